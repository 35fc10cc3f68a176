#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folder that holds `Lexicons` and `Models`.
///
/// An explicit choice wins and must be right; then `DEMARCHE_DATA`, then `share/demarche` beside the
/// installed program, then the folders above the program, as when it runs from a build folder.
public struct DataRoot: Sendable {
    public let path: String

    /// - Parameter choice: The folder the user named, if any.
    /// - Throws: `FileError` that lists where it looked.
    public init(_ choice: String? = nil) throws {
        let environment = ProcessInfo.processInfo.environment["DEMARCHE_DATA"].flatMap { $0.isEmpty ? nil : $0 }
        if let explicit = choice ?? environment {
            guard DataRoot.holdsData(explicit) else {
                throw FileError(path: explicit, reason: "holds no folders Lexicons and Models")
            }
            path = explicit
            return
        }
        let places = DataRoot.places
        guard let found = places.first(where: DataRoot.holdsData) else {
            throw FileError(
                path: places.first ?? "/",
                reason: "no folder with Lexicons and Models here or above; name one with --data")
        }
        path = found
    }

    public var lexicons: String { path + "/Lexicons" }
    public var models: String { path + "/Models" }
    public var wordVectors: String { models + "/word-vectors.safetensors" }

    private static func holdsData(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/Lexicons")
            && FileManager.default.fileExists(atPath: path + "/Models")
    }

    /// `share/demarche` of the installation, then every folder above the program.
    private static var places: [String] {
        let program =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = program[..<(program.lastIndex(of: "/") ?? program.startIndex)]
        var places = ["\(folder)/../share/demarche"]
        while !folder.isEmpty {
            places.append(String(folder))
            folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
        }
        return places
    }
}
