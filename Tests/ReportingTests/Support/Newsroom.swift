import Discourse

@testable import Reporting

/// Articles put together from who says what with which score, for comparisons.
struct Newsroom {
    private(set) var articles: [(article: ArticleRow, statements: [StatementRow])] = []

    struct Line {
        let actor: String
        /// −10,000...10,000.
        let score: Int
        let text: String
        let principal: String?
        let country: String?
        let isQuoted: Bool
        let utterance: Statement.Utterance

        init(
            _ actor: String, _ score: Int, _ text: String = "", for principal: String? = nil, country: String? = nil,
            isQuoted: Bool = false, utterance: Statement.Utterance = .said
        ) {
            (self.actor, self.score, self.text, self.principal) = (actor, score, text, principal)
            (self.country, self.isQuoted, self.utterance) = (country, isQuoted, utterance)
        }
    }

    /// - Parameter text: Words of its own for each article when not given, so that none is a copy of another.
    mutating func publish(
        _ id: String, outlet: String? = nil, on day: String? = nil, text: String? = nil, _ lines: [Line]
    ) {
        let text = text ?? Newsroom.words(of: id, count: 40)
        let published = day.map { Day($0)! }
        let statements = lines.enumerated().map { index, line in
            Newsroom.statement(line, id: "\(id)#\(index + 1)", article: id, outlet: outlet, published: published)
        }
        let article = ArticleRow(
            id: id, title: "Title of \(id)", outlet: outlet, url: nil, published: published, language: "en", path: id,
            line: nil, characters: text.unicodeScalars.count, statements: lines.count, unknown: 0, nested: 0, notes: [],
            text: text)
        articles.append((article, statements))
    }

    func study(conflicts: ConflictTable? = nil, mentions: [Mentioned] = []) throws -> Study {
        var collection = StudyCollection(conflicts: conflicts)
        for (article, statements) in articles { collection.add(article, statements, mentions: mentions) }
        return try collection.study()
    }

    private static func words(of id: String, count: Int) -> String {
        var hash = Hasher64()
        for byte in id.utf8 { hash.combine(byte) }
        var random = SplitMix64(seed: hash.finish())
        return (0..<count).map { _ in "w\(random.index(below: 100_000))" }.joined(separator: " ")
    }

    private static func statement(
        _ line: Line, id: String, article: String, outlet: String?, published: Day?
    ) -> StatementRow {
        let text = line.text.isEmpty ? words(of: id, count: 4) : line.text
        let (favor, against) = (max(line.score, 0), max(-line.score, 0))
        let principal = line.principal.map { Actor(id: $0, name: $0, kind: .government) }
        return StatementRow(
            id: id, articleID: article, outlet: outlet, published: published, paragraph: 1, sentence: 1,
            form: line.isQuoted ? .direct : .indirect, source: nil, cue: nil,
            content: [Excerpt(span: 0..<text.unicodeScalars.count, text: text)],
            speaker: Speaker(
                status: .resolved, actor: Actor(id: line.actor, name: line.actor, kind: .person, country: line.country),
                onBehalfOf: principal, linkReason: "named"),
            confidence: 9000, sentiment: 0, target: "peace-talks",
            stance: line.score >= 3000 ? .favor : line.score <= -3000 ? .against : .none,
            probabilities: .init(favor: favor, against: against, none: 10_000 - favor - against), conditional: false,
            margin: 0, bias: 0, contributions: [], utterance: line.utterance)
    }
}

extension SplitMix64 {
    /// Nearly normal around zero with a deviation of 1: the sum of twelve uniform numbers.
    mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + unit() } }
}
