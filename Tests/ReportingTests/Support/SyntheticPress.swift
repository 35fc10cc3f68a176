import Discourse

@testable import Reporting

/// Articles of an invented press about an invented conflict, with statements whose scores are drawn.
///
/// The same seed gives the same articles.
struct SyntheticPress {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    static let kestria = Actor(
        id: "government-of-kestria", name: "Government of Kestria", kind: .government, country: "XKE")

    /// Each with the lean of its statements in logits.
    static let speakers: [(speaker: Speaker, words: String, lean: Double)] = [
        (person("mira-tasker", "Mira Tasker", "XKE", for: kestria), "Foreign Minister Mira Tasker", 2.0),
        (person("odo-brann", "Odo Brann", "XVA"), "General Odo Brann", -2.4),
        (person("ilse-morrow", "Ilse Morrow", nil), "the envoy Ilse Morrow", 1.6),
        (person("jarek-holm", "Jarek Holm", "XVA"), "Prime Minister Jarek Holm", -0.6),
        (person("anouk-désirée-vell", "Anouk Désirée Vell", "XKE"), "Anouk Désirée Vell", 0.2),
        (person("tomas-ryke", "Tomas Ryke", "XVA"), "Tomas Ryke, who leads the northern militia,", -1.2),
        (
            Speaker(
                status: .collective, actor: Actor(id: "residents-of-lorvik", name: "residents of Lorvik", kind: .group),
                linkReason: "many, not named one by one"), "Residents of Lorvik", 0.9
        ),
        (Speaker(status: .unknown, actor: nil, linkReason: "no name near the quotation"), "A voice on the radio", 0),
    ]

    private static func person(_ id: String, _ name: String, _ country: String?, for principal: Actor? = nil) -> Speaker
    {
        Speaker(
            status: .resolved, actor: Actor(id: id, name: name, kind: .person, country: country),
            onBehalfOf: principal, linkReason: "full name, paragraph 1")
    }

    private static let cues = ["said", "told reporters", "insisted", "warned", "wrote", "announced"]
    private static let forTalks = [
        "the ceasefire must begin before winter and talks must follow it",
        "we welcome every step toward a negotiated peace in the valley",
        "our delegation will return to Lorvik for talks on Monday",
        "an agreement is within reach if both sides keep the truce",
    ]
    private static let againstTalks = [
        "there is nothing to negotiate with those who shell our towns",
        "we will never accept a ceasefire that rewards the attack",
        "the talks are a trap and our answer is no",
        "only victory on the field will end this war",
    ]
    private static let elsewhere = [
        "forty trucks with flour reached the café district on Sunday 🥖",
        "the bridge over the Ilm was closed after the flood",
        "the harvest was poor in the third dry year in a row",
    ]
    private static let weights: [String: Int] = [
        "ceasefire": 700_000, "talks": 450_000, "welcome": 900_001, "agreement": 650_000, "peace": 500_003,
        "truce": 400_000,
        "negotiated": 300_000, "delegation": 200_007, "never": -1_200_000, "nothing": -800_000, "trap": -1_000_003,
        "victory": -1_300_000, "war": -250_000, "no": -650_000, "shell": -300_000, "return": 150_000,
    ]
}

extension SyntheticPress {
    /// Articles over a month and four outlets; every seventh carries a wire copy of the one before it.
    mutating func articles(_ count: Int) -> [AnalyzedArticle] {
        var articles: [AnalyzedArticle] = []
        while articles.count < count {
            let index = articles.count
            if index % 7 == 6, let original = articles.last {
                articles.append(copy(of: original, index: index))
            } else {
                articles.append(article(index: index))
            }
        }
        return articles
    }

    static let outlets = ["The Valley Post", "Kestria Herald", "Northern Wire", "Ilm Gazette"]

    private mutating func article(index: Int) -> AnalyzedArticle {
        var draft = Draft()
        draft.add(paragraph: "Report \(index) from the Ilm valley \(random.next() % 100_000) \(filler(14)).")
        for _ in 0..<(2 + random.index(below: 5)) { addStatement(to: &draft) }
        return draft.analyzed(as: header(index, text: draft.text), using: &random)
    }

    /// The same words under another name, with one sentence of its own.
    private mutating func copy(of original: AnalyzedArticle, index: Int) -> AnalyzedArticle {
        var draft = Draft()
        draft.repeat(original, before: "This report came by wire \(index).")
        return draft.analyzed(as: header(index, text: draft.text), using: &random)
    }

    private mutating func header(_ index: Int, text: String) -> Article {
        Article(
            id: "press/\(index / 10)\(index % 10)", title: "Report \(index) from the valley",
            outlet: SyntheticPress.outlets[index % 4], url: "https://news.invalid/\(index)",
            published: Day(year: 2026, month: 11, day: 1 + index % 28), language: "en", text: text,
            origin: Article.Origin(path: "press.jsonl", line: index + 1))
    }

    private mutating func addStatement(to draft: inout Draft) {
        let (speaker, words, lean) = SyntheticPress.speakers[random.index(below: SyntheticPress.speakers.count)]
        let cue = SyntheticPress.cues[random.index(below: SyntheticPress.cues.count)]
        let draw = lean + (random.unit() - 0.5) * 4
        let contents =
            draw > 0.8 ? SyntheticPress.forTalks : draw < -0.8 ? SyntheticPress.againstTalks : SyntheticPress.elsewhere
        let content = contents[random.index(below: contents.count)] + " " + filler(3)
        draft.addStatement(speaker: speaker, source: words, cue: cue, content: content)
    }

    private mutating func filler(_ count: Int) -> String {
        (0..<count).map { _ in
            ["amid", "grain", "river", "column", "market", "evening", "road", "snow", "bell", "gate"][
                random.index(below: 10)]
        }
        .joined(separator: " ")
    }
}

/// A text in the making, with the places of its statements.
struct Draft {
    private(set) var text = ""
    private var places: [Place] = []

    struct Place {
        let speaker: Speaker
        let source: Range<Int>
        let cue: Range<Int>
        let content: Range<Int>
    }

    mutating func add(paragraph: String) { text += (text.isEmpty ? "" : "\n\n") + paragraph }

    mutating func addStatement(speaker: Speaker, source: String, cue: String, content: String) {
        add(paragraph: "")
        let start = text.utf8.count
        text += source + " " + cue + ": “" + content + "” in the afternoon."
        let cueStart = start + source.utf8.count + 1
        let contentStart = cueStart + cue.utf8.count + ": “".utf8.count
        places.append(
            Place(
                speaker: speaker, source: start..<start + source.utf8.count, cue: cueStart..<cueStart + cue.utf8.count,
                content: contentStart..<contentStart + content.utf8.count))
    }

    mutating func `repeat`(_ original: AnalyzedArticle, before sentence: String) {
        text = original.article.text + "\n\n" + sentence
        places = original.statements.map {
            Place(
                speaker: $0.statement.speaker, source: $0.statement.source!.bytes, cue: $0.statement.cue!.bytes,
                content: $0.statement.content[0].bytes)
        }
    }

    func analyzed(as article: Article, using random: inout SplitMix64) -> AnalyzedArticle {
        var article = article
        article.text = text
        let document = TestDocument.of(article)
        let statements = places.enumerated().map { index, place in
            let content = document.passage(bytes: place.content)
            return ScoredStatement(
                statement: Statement(
                    id: article.id + "#" + (index < 9 ? "0" : "") + "\(index + 1)",
                    form: index % 3 == 0 ? .direct : .mixed,
                    source: document.passage(bytes: place.source), cue: document.passage(bytes: place.cue),
                    content: [content], speaker: place.speaker, confidence: 0.5 + random.unit() / 2),
                valence: Valence(compound: random.unit() * 2 - 1, hits: []),
                stance: SyntheticPress.stance(of: content, using: &random))
        }
        return AnalyzedArticle(document: document, statements: statements)
    }
}

extension SyntheticPress {
    static func stance(of content: Passage, using random: inout SplitMix64) -> StanceScore {
        let contributions = content.tokens.compactMap { token -> StanceScore.Contribution? in
            guard let weight = weights[content.document.text(of: token).lowercased()] else { return nil }
            return StanceScore.Contribution(token: token, weight: weight + random.index(below: 1000))
        }
        let bias = random.index(below: 400_000) - 200_000
        let margin = contributions.reduce(bias) { $0 + $1.weight }
        let logit = Double(margin) / 1e6 * 1.6
        let (favor, against, none) = (power(logit / 2), power(-logit / 2), contributions.isEmpty ? 3.0 : 0.4)
        let sum = favor + against + none
        let label: Stance = none > max(favor, against) ? .none : favor > against ? .favor : .against
        return StanceScore(
            target: "peace-talks", label: label, favor: favor / sum, against: against / sum, none: none / sum,
            conditional: content.text.contains(" if "), margin: margin, bias: bias, contributions: contributions)
    }

    /// e to the power x, by its series.
    private static func power(_ x: Double) -> Double {
        (1...40).reduce((sum: 1.0, term: 1.0)) { ($0.sum + $0.term * x / Double($1), $0.term * x / Double($1)) }.sum
    }
}
