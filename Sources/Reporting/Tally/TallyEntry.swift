import Discourse

/// What the tally of an actor needs of one statement.
struct TallyEntry: Sendable, Equatable {
    let actor: Actor
    let statementID: String
    let articleID: String
    let outlet: String?
    let published: Day?
    let stance: Stance
    let score: Int
    let sentiment: Int
    let conditional: Bool
    let terms: [TermWeight]
    /// Hash of the content's words: equal for the same words with other marks or capitals.
    let content: UInt64

    /// Returns nil for a statement of nobody in particular.
    init?(_ row: StatementRow) {
        guard let actor = row.speaker.actor else { return nil }
        self.actor = actor
        (statementID, articleID, outlet, published) = (row.id, row.articleID, row.outlet, row.published)
        (stance, score, sentiment, conditional) = (row.stance, row.score, row.sentiment, row.conditional)
        terms = row.terms
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
    func write(to record: inout RecordWriter) {
        record.write(actor.id)
        record.write(actor.name)
        record.write(actor.kind.rawValue)
        record.write(actor.country)
        record.write(actor.wikidata)
        record.write(statementID)
        record.write(articleID)
        record.write(outlet)
        record.write(published)
        record.write(stance.rawValue)
        for number in [score, sentiment, conditional ? 1 : 0, Int(bitPattern: UInt(content)), terms.count] {
            record.write(number)
        }
        for term in terms {
            record.write(term.term)
            record.write(term.weight)
        }
    }

    init(from record: inout RecordReader) {
        actor = Actor(
            id: record.text(), name: record.text(), kind: Actor.Kind(rawValue: record.text())!,
            country: record.optionalText(), wikidata: record.optionalText())
        (statementID, articleID) = (record.text(), record.text())
        (outlet, published) = (record.optionalText(), record.day())
        stance = Stance(rawValue: record.text())!
        (score, sentiment, conditional) = (record.number(), record.number(), record.number() == 1)
        content = UInt64(UInt(bitPattern: record.number()))
        terms = (0..<record.number()).map { _ in TermWeight(term: record.text(), weight: record.number()) }
    }
}
