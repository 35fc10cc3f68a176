import ArgumentParser
import CMalloc

#if canImport(Glibc)
    @preconcurrency import Glibc
#endif

@main
struct Demarche: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demarche",
        abstract: "Who said what in the news, and where they stand on peace talks.",
        discussion: """
            Reads articles, finds every statement and who made it, scores its tone and its stance toward \
            peace talks, and writes tables and a report. Nothing leaves this machine.

            Exit status: 0 all went well; 1 some input was rejected, the rest was processed; 2 wrong usage, \
            or nothing could be done.

            Examples:
              demarche analyze news/ --output Reports/november
              demarche compare Reports/november --by outlet
              demarche explain Reports/november --actor tessa-varga
            """,
        version: Program.version,
        subcommands: [
            Analyze.self, Compare.self, Explain.self, Train.self, Evaluate.self, Inspect.self, Check.self, Export.self,
        ])

    /// ArgumentParser would end with 64 for wrong usage; the tool promises 2.
    static func main() async {
        Program.keepMemoryFlat()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            let code = exitCode(for: error)
            guard code == .validationFailure || !(error is ExitCode || code == .success) else { exit(withError: error) }
            Console.error(Program.message(for: error))
            Glibc.exit(2)
        }
    }
}

enum Program {
    static let version = "0.1.0"

    /// Gives large buffers back to the system as soon as they are free. Left alone, glibc raises its threshold with
    /// each of them and keeps ever more, so that a long run would look as if it grew.
    static func keepMemoryFlat() {
        cmalloc_setThresholds(1 << 20, 4 << 20)
    }

    /// The words for an error: `path:line: reason` for files, ArgumentParser's own for usage.
    static func message(for error: any Error) -> String {
        Demarche.exitCode(for: error) == .validationFailure || error is CleanExit
            ? Demarche.fullMessage(for: error) : String(describing: error)
    }
}
