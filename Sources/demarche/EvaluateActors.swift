import Analysis
import ArgumentParser
import Attribution
import Corpora
import Discourse
import Evaluation
import Segmentation
import TextFiles

extension Evaluate {
    struct Actors: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Who is meant by the sources of statements.",
            discussion: """
                GOLD is JSON Lines of statements with source, cue, content and actor; their text is in the line or in \
                the file of documents beside it (dev.jsonl: dev_docs.jsonl). Statements without a source or an actor \
                are left out. Names are compared by the roster: a gold name means whom it would lead to if it were a \
                source alone, so that "Ukrainian government" and "Kyiv" are Ukraine.

                The table counts each kind of mention: right; vague (a group, office or person who is described and \
                not named, where people wrote another name); unknown (nobody was found, with a reason); and wrong \
                (another actor by name). Wrong links are the wrong ones of all that are linked; the last column \
                counts the vague ones as wrong too.
                """)

        @Argument(help: "Statements with their actors.")
        var gold: String

        @Option(help: ArgumentHelp("Write what is not right here, as a tab-separated table.", valueName: "file"))
        var mistakes: String?

        @OptionGroup var data: DataOptions

        func run() throws {
            let answers = try GoldActors(roster: data.loadRoster()).answers(GoldStatement.read(path: gold))
            let scores = try ActorScores(answers, kinds: MentionKind.allCases.map(\.rawValue))
            if let mistakes {
                let header = "id\tmention\tsource\tgold\tfound\treason\n"
                try StagedFile.write(Array((header + scores.mistakes).utf8), to: mistakes)
            }
            Console.output(scores.table + "\n")
        }
    }
}

/// Resolves the sources of gold statements, article by article.
struct GoldActors {
    private let resolve: SpeakerResolver
    private let segment = Segmenter()

    init(roster: Roster) { resolve = SpeakerResolver(roster: roster) }

    /// An answer for each statement that has a source and an actor.
    func answers(_ statements: [GoldStatement]) -> [ActorScores.Answer] {
        var articles: [(key: String, statements: [GoldStatement])] = []
        for statement in statements {
            if articles.last?.key == statement.article.id {
                articles[articles.count - 1].statements.append(statement)
            } else {
                articles.append((statement.article.id, [statement]))
            }
        }
        return articles.flatMap { answers(ofArticle: $0.statements) }
    }

    private func answers(ofArticle statements: [GoldStatement]) -> [ActorScores.Answer] {
        let document = segment(statements[0].article)
        let ordered = statements.sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
        let sources = ordered.map { source(of: $0, in: document) }
        let kinds = resolve.kinds(of: sources, in: document)
        return zip(zip(ordered, sources), zip(kinds, resolve(sources, in: document))).compactMap { gold, found in
            guard let kind = found.0, let passage = gold.1.passage, let actor = gold.0.actor else { return nil }
            return ActorScores.Answer(
                id: gold.0.id, kind: kind.rawValue, source: passage.text, gold: actor, alone: alone(actor),
                speaker: found.1)
        }
    }

    private func source(of gold: GoldStatement, in document: Document) -> Source {
        let spans = (gold.content + (gold.cue.map { [$0] } ?? [])).map(document.tokens(covering:)).filter {
            !$0.isEmpty
        }
        let extent = (spans.map(\.lowerBound).min() ?? 0)..<(spans.map(\.upperBound).max() ?? 0)
        let source = gold.source.map(document.tokens(covering:)).flatMap { $0.isEmpty ? nil : document.passage($0) }
        return Source(passage: source, statementTokens: extent)
    }

    /// Whom a name means when nothing stands before it.
    private func alone(_ name: String) -> Actor? {
        let name = name.split(separator: " (", maxSplits: 1).first.map(String.init) ?? name
        let document = segment(Article(id: "name", text: "It was \(name) who said so."))
        let start = 7
        let tokens = document.tokens(covering: start..<start + name.utf8.count)
        return resolve([Source(passage: document.passage(tokens), statementTokens: tokens)], in: document)[0].actor
    }
}
