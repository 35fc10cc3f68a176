import Foundation
import TestSupport

/// A program that ran to its end, and what it left.
struct Command {
    let status: Int32
    let output: String
    let errors: String

    var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

    /// Runs `demarche` as the build left it beside the tests.
    ///
    /// - Parameter folder: Where it runs; paths in `arguments` may be relative to it.
    static func demarche(_ arguments: [String], in folder: String, input: String? = nil) async throws -> Command {
        try await run(products + "/demarche", arguments, in: folder, input: input)
    }

    /// Output goes to files: a pipe that nobody empties would stop the program.
    static func run(_ program: String, _ arguments: [String], in folder: String, input: String? = nil) async throws
        -> Command
    {
        let scratch = try ScratchFolder()
        try scratch.write("input", input ?? "")
        for name in ["output", "errors"] { try scratch.write(name, "") }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        process.environment = ["DEMARCHE_DATA": Repository.root, "PATH": "/usr/bin:/bin"]
        process.standardInput = FileHandle(forReadingAtPath: scratch.path + "/input")
        process.standardOutput = FileHandle(forWritingAtPath: scratch.path + "/output")
        process.standardError = FileHandle(forWritingAtPath: scratch.path + "/errors")
        try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in ended.resume() }
            do { try process.run() } catch { ended.resume(throwing: error) }
        }
        return Command(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: try scratch.text("output"), errors: try scratch.text("errors"))
    }

    /// The folder of the built products, which holds the program that runs these tests.
    private static let products: String = {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(filePath: program).deletingLastPathComponent().path
    }()
}
