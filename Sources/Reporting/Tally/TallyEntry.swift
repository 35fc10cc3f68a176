import Discourse

/// What the tally of an actor needs of one statement.
struct TallyEntry: Sendable, Equatable {
    var actor: Actor
    /// For whom the actor speaks.
    let principal: Actor?
    let statementID: String
    let articleID: String
    let outlet: String?
    let published: Day?
    let stance: Stance
    let score: Int
    let sentiment: Int
    let conditional: Bool
    let terms: [TermWeight]
    /// Millionths of a logit: what the words add and a rest that no single word carries.
    let margin: Int
    /// Hash of the content's words: equal for the same words with other marks or capitals.
    let content: UInt64

    /// Returns nil for a statement of nobody in particular, and for one nested in another: what counts is who says it to the reader.
    init?(_ row: StatementRow) {
        guard row.nestedIn == nil, let actor = row.speaker.actor else { return nil }
        (self.actor, principal) = (actor, row.speaker.onBehalfOf)
        (statementID, articleID, outlet, published) = (row.id, row.articleID, row.outlet, row.published)
        (stance, score, sentiment, conditional) = (row.stance, row.score, row.sentiment, row.conditional)
        (terms, margin) = (row.terms, row.margin)
        content = TallyEntry.hash(row.content)
    }

    private static func hash(_ content: [Excerpt]) -> UInt64 {
        var hash = Hasher64()
        for excerpt in content {
            for key in WordScanner.keys(Array(excerpt.text.utf8)) { hash.combine(key.bits) }
        }
        return hash.finish()
    }
}

extension TallyEntry {
    /// The same statement, laid to the one for whom its speaker speaks; nil when that is nobody else.
    var ofPrincipal: TallyEntry? {
        guard let principal else { return nil }
        var entry = self
        entry.actor = principal
        return entry
    }

    func write(to record: inout RecordWriter) {
        record.write(actor)
        record.write(principal == nil ? 0 : 1)
        if let principal { record.write(principal) }
        record.write(statementID)
        record.write(articleID)
        record.write(outlet)
        record.write(published)
        record.write(stance.rawValue)
        for number in [score, sentiment, conditional ? 1 : 0, Int(bitPattern: UInt(content)), margin, terms.count] {
            record.write(number)
        }
        for term in terms {
            record.write(term.term)
            record.write(term.weight)
        }
    }

    init(from record: inout RecordReader) {
        actor = record.actor()
        principal = record.number() == 1 ? record.actor() : nil
        (statementID, articleID) = (record.text(), record.text())
        (outlet, published) = (record.optionalText(), record.day())
        stance = Stance(rawValue: record.text())!
        (score, sentiment, conditional) = (record.number(), record.number(), record.number() == 1)
        content = UInt64(UInt(bitPattern: record.number()))
        margin = record.number()
        terms = (0..<record.number()).map { _ in TermWeight(term: record.text(), weight: record.number()) }
    }
}

extension RecordWriter {
    fileprivate mutating func write(_ actor: Actor) {
        write(actor.id)
        write(actor.name)
        write(actor.kind.rawValue)
        write(actor.country)
        write(actor.wikidata)
    }
}

extension RecordReader {
    fileprivate mutating func actor() -> Actor {
        Actor(
            id: text(), name: text(), kind: Actor.Kind(rawValue: text())!, country: optionalText(),
            wikidata: optionalText())
    }
}
