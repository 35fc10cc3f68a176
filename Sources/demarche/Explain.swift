import ArgumentParser
import Discourse
import Reporting
import Scoring
import TextFiles

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show the words that made a score, down to the last millionth.",
        discussion: """
            Reads a finished run. The margin is the log-odds of favor over against; the rows below it add up to \
            it exactly, or the command fails.

            Examples:
              demarche explain Reports/run --statement 'orlan-daily#03'
              demarche explain Reports/run --actor tessa-varga
              demarche explain Reports/run --statement 'orlan-daily#03' --tone
              demarche explain Reports/run --statement 'orlan-daily#03' --lexicon vader_lexicon.txt
            """)

    @Argument(help: "The folder of a run.")
    var path: String

    @Option(help: ArgumentHelp("A statement, by its id.", valueName: "id"))
    var statement: String?

    @Option(help: ArgumentHelp("All statements of an actor, by its id, summed up.", valueName: "id"))
    var actor: String?

    @Flag(help: "Also show what the lexicon finds in the statement, with the rules that acted.")
    var tone = false

    @OptionGroup var lexicon: LexiconOptions

    func validate() throws {
        if (statement == nil) == (actor == nil) { throw ValidationError("Name a --statement or an --actor.") }
        if statement == nil, tone || lexicon.lexicon != nil {
            throw ValidationError("Tone is shown of a --statement.")
        }
    }

    func run() throws {
        var rows: [StatementRow] = []
        var article: ArticleRow?
        try RunReader(path: path).forEach { row, statements in
            if statements.contains(where: { $0.id == statement }) { article = row }
            rows += statements.filter {
                $0.id == statement || ($0.nestedIn == nil && $0.speaker.actor?.id == actor && actor != nil)
            }
        }
        guard !rows.isEmpty else {
            throw FileError(path: path, reason: "has no statement of \(statement ?? actor ?? "")")
        }
        for row in rows {
            let sum = row.contributions.reduce(row.bias) { $0 + $1.weight }
            guard sum == row.margin else {
                throw FileError(path: path, reason: "the words of \(row.id) do not add up to its margin")
            }
        }
        Console.output(statement != nil ? Explain.describe(rows[0]) : Explain.summarize(rows))
        if let article, tone || lexicon.lexicon != nil {
            Console.output(ToneTrace(rows[0], of: article, score: try lexicon.sentimentScorer()).text())
        }
    }

    private static func describe(_ row: StatementRow) -> String {
        let quoted = row.contentText.split(whereSeparator: \.isNewline).joined(separator: " ")
        let lines = row.contributions.sorted { abs($0.weight) > abs($1.weight) }.map {
            "  \(signed($0.weight))  \($0.word.text)  [\($0.word.span.lowerBound)-\($0.word.span.upperBound)]\n"
        }
        return """
            \(row.id)  \(row.form.rawValue)  \(row.speaker.actor?.name ?? "unknown")  (\(row.speaker.linkReason))
            \(quoted)
            stance \(row.stance.rawValue)\(row.conditional ? ", conditional" : "")
            margin \(signed(row.margin)) = bias \(signed(row.bias)) + words:
            \(lines.joined())
            """
    }

    private static func summarize(_ rows: [StatementRow]) -> String {
        var weights: [String: Int] = [:]
        for share in rows.flatMap(\.contributions) { weights[share.word.text.lowercased(), default: 0] += share.weight }
        let strongest = weights.sorted { (abs($0.value), $1.key) > (abs($1.value), $0.key) }.prefix(40)
        let lines = strongest.map { "  \(signed($0.value))  \($0.key)\n" }
        let rest = weights.values.reduce(0, +) - strongest.reduce(0) { $0 + $1.value }
        return """
            \(rows[0].speaker.actor?.name ?? ""): \(rows.count) statements
            margins summed \(signed(rows.reduce(0) { $0 + $1.margin })) = biases \(signed(rows.reduce(0) { $0 + $1.bias })) + words:
            \(lines.joined())  \(signed(rest))  all other words

            """
    }

    /// Millionths as a decimal with a sign.
    static func signed(_ millionths: Int) -> String {
        let digits = String(abs(millionths) % 1_000_000)
        let fraction = String(repeating: "0", count: 6 - digits.count) + digits
        return (millionths < 0 ? "-" : "+") + String(abs(millionths) / 1_000_000) + "." + fraction
    }
}
