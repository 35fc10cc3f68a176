import ArgumentParser
import Attribution
import TextFiles

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look through data files for mistakes, and make a run anew.", subcommands: [Roster.self, Run.self])
}

extension Check {
    struct Roster: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The tables of people and bodies.",
            discussion: """
                PATH is a folder with roster tables. Tables that it does not have are taken from the shipped roster, over \
                which it is laid. Found are references to no row, unknown codes, impossible days, two people in one \
                office at a time, and names that mean two actors; each is printed as path:line: reason.

                Exit status: 0 nothing found; 1 something found; 2 wrong usage.

                Examples:
                  demarche check roster Lexicons/actors
                  demarche check roster my-roster
                """)

        @Argument(help: "A folder with roster tables; the shipped roster when not given.")
        var path: String?

        @Option(help: ArgumentHelp("The folder that holds Lexicons and Models.", valueName: "folder"))
        var data: String?

        func run() throws {
            let findings = try check().findings
            for finding in findings { Console.output("\(finding)\n") }
            if !findings.isEmpty { throw ExitCode(1) }
        }

        private func check() throws -> RosterCheck {
            if let path, RosterCheck.isWhole(path) { return RosterCheck(folder: path) }
            let shipped = try DataRoot(data).lexicons + "/actors"
            return path.map { RosterCheck(folder: $0, over: shipped) } ?? RosterCheck(folder: shipped)
        }
    }
}
