import Analysis
import ArgumentParser
import Attribution
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Options of every command that analyses.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A stance model other than the default one.", valueName: "file"))
    var model: String?

    @Option(
        help: ArgumentHelp(
            "Tables of people and bodies to lay over the shipped roster (see Lexicons/actors/README.md).",
            valueName: "folder"))
    var roster: String?

    @OptionGroup var tone: LexiconOptions

    // Unconditional, so that -2 is read as a number and not as an option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Above 0 finds fewer and surer statements, below 0 more.", valueName: "weight"))
    var caution = 0

    @Option(help: ArgumentHelp("How many threads to use; all cores when not given.", valueName: "count"))
    var threads: Int?

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
    }

    var work: BoundedWork { BoundedWork(threads: threads ?? ProcessInfo.processInfo.activeProcessorCount) }

    var root: DataRoot { get throws { try tone.root } }

    func analyzer() throws -> Analyzer {
        try Analyzer(
            data: root, stanceModel: model, roster: roster, caution: caution,
            scorer: tone.lexicon == nil ? nil : tone.sentimentScorer())
    }

    /// The shipped roster with the user's tables over it.
    func loadRoster() throws -> Roster { try Roster(folder: root.lexicons + "/actors", additions: roster) }
}
