import Discourse

/// Reads lines of `articles.jsonl` and `statements.jsonl` back into the rows they were written from.
///
/// Members may stand in any order; unknown ones are passed over.
enum RowDecoder {
    static func article(_ line: [UInt8]) throws -> ArticleRow { try whole(line) { try $0.article() } }

    static func statement(_ line: [UInt8]) throws -> StatementRow { try whole(line) { try $0.statement() } }

    private static func whole<Row>(_ line: [UInt8], _ row: (inout JSONReader) throws -> Row) throws -> Row {
        var json = JSONReader(line)
        let row = try row(&json)
        try json.end()
        return row
    }
}

extension JSONReader {
    fileprivate mutating func article() throws -> ArticleRow {
        var (id, text, notes): (String?, String?, [String]?)
        var (title, outlet, url, language, path): (String?, String?, String?, String?, String?)
        var (published, line): (Day?, Int?)
        var (characters, statements, unknown): (Int?, Int?, Int?)
        var nested = 0
        try object { json, name in
            switch name {
            case "article_id": id = try json.text()
            case "title": title = try json.optional { try $0.text() }
            case "outlet": outlet = try json.optional { try $0.text() }
            case "url": url = try json.optional { try $0.text() }
            case "published": published = try json.day()
            case "language": language = try json.optional { try $0.text() }
            case "path": path = try json.optional { try $0.text() }
            case "line": line = try json.optional { try $0.integer() }
            case "n_characters": characters = try json.integer()
            case "n_statements": statements = try json.integer()
            case "n_unknown": unknown = try json.integer()
            case "n_nested": nested = try json.integer()
            case "notes": notes = try json.array { try $0.text() }
            case "text": text = try json.text()
            default: try json.skip()
            }
        }
        return ArticleRow(
            id: try present(id), title: title, outlet: outlet, url: url, published: published, language: language,
            path: path ?? "", line: line, characters: try present(characters), statements: try present(statements),
            unknown: try present(unknown), nested: nested, notes: try present(notes), text: try present(text))
    }

    fileprivate mutating func statement() throws -> StatementRow {
        var (id, articleID, outlet, linkReason): (String?, String?, String?, String?)
        var (published, paragraph, sentence): (Day?, Int?, Int?)
        var (form, source, cue, content): (Statement.Form?, Excerpt?, Excerpt?, [Excerpt]?)
        var (status, who): (Speaker.Status?, Who?)
        var (confidence, sentiment, position, conditional): (Int?, Int?, Position?, Bool?)
        var (margin, bias, contributions): (Int?, Int?, [WordShare]?)
        var (utterance, nestedIn): (Statement.Utterance, String?) = (.said, nil)
        var (low, high, toneToward): (Int?, Int?, [String]) = (nil, nil, [])
        try object { json, name in
            switch name {
            case "statement_id": id = try json.text()
            case "article_id": articleID = try json.text()
            case "outlet": outlet = try json.optional { try $0.text() }
            case "published": published = try json.day()
            case "paragraph": paragraph = try json.integer()
            case "sentence": sentence = try json.integer()
            case "form": form = try json.named()
            case "source": source = try json.optional { try $0.share().word }
            case "cue": cue = try json.optional { try $0.share().word }
            case "content": content = try json.array { try $0.share().word }
            case "speaker_status": status = try json.named()
            case "link_reason": linkReason = try json.text()
            case "actor": who = try json.optional { try $0.who() }
            case "attribution_confidence": confidence = try json.units(decimals: 4)
            case "sentiment": sentiment = try json.units(decimals: 4)
            case "stance": position = try json.position()
            case "conditional": conditional = try json.boolean()
            case "margin": margin = try json.units(decimals: 6)
            case "bias": bias = try json.units(decimals: 6)
            case "contributions": contributions = try json.array { try $0.weighedShare() }
            case "speech": utterance = try json.named()
            case "nested_in": nestedIn = try json.optional { try $0.text() }
            case "sentiment_lo": low = try json.optional { try $0.units(decimals: 4) }
            case "sentiment_hi": high = try json.optional { try $0.units(decimals: 4) }
            case "tone_toward": toneToward = try json.array { try $0.text() }
            default: try json.skip()
            }
        }
        let (stance, speakerStatus) = (try present(position), try present(status))
        let speaker = Speaker(
            status: who == nil ? .unknown : speakerStatus, actor: who?.actor, onBehalfOf: who?.principal,
            linkReason: try present(linkReason))
        let place = (try present(paragraph), try present(sentence))
        return StatementRow(
            id: try present(id), articleID: try present(articleID), outlet: outlet, published: published,
            paragraph: place.0, sentence: place.1, form: try present(form),
            source: source, cue: cue, content: try present(content), speaker: speaker,
            confidence: try present(confidence), sentiment: try present(sentiment), target: stance.target,
            stance: stance.label, probabilities: stance.probabilities, conditional: try present(conditional),
            margin: try present(margin), bias: try present(bias), contributions: try present(contributions),
            utterance: utterance, nestedIn: nestedIn, sentimentInterval: try interval(low, high), toneToward: toneToward
        )
    }
}

/// The actor of a statement and whom they speak for.
private struct Who {
    let actor: Actor
    let principal: Actor?
}

private struct Position {
    let target: String
    let label: Stance
    let probabilities: StatementRow.Probabilities
}

extension JSONReader {
    private func present<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Problem.missing }
        return value
    }

    private func interval(_ low: Int?, _ high: Int?) throws -> ClosedRange<Int>? {
        guard let low, let high else { return nil }
        guard low <= high else { throw Problem.missing }
        return low...high
    }

    private mutating func day() throws -> Day? { try optional { try $0.text() }.flatMap { Day($0) } }

    /// A case of an enumeration by its name.
    private mutating func named<Value: RawRepresentable<String>>() throws -> Value {
        try present(Value(rawValue: try text()))
    }

    private mutating func weighedShare() throws -> WordShare {
        let share = try share()
        return WordShare(word: share.word, weight: try present(share.weight))
    }

    /// An excerpt, and the weight that goes with it in `contributions`.
    private mutating func share() throws -> (word: Excerpt, weight: Int?) {
        var (start, end, text, weight): (Int?, Int?, String?, Int?)
        try object { json, name in
            switch name {
            case "start": start = try json.units(decimals: 0)
            case "end": end = try json.units(decimals: 0)
            case "text": text = try json.text()
            case "weight": weight = try json.units(decimals: 6)
            default: try json.skip()
            }
        }
        let span = (try present(start), try present(end))
        guard span.0 <= span.1 else { throw Problem.missing }
        return (Excerpt(span: span.0..<span.1, text: try present(text)), weight)
    }

    private mutating func who() throws -> Who {
        var (id, name, kind, country, wikidata): (String?, String?, Actor.Kind?, String?, String?)
        var principal: Who?
        try object { json, member in
            switch member {
            case "id": id = try json.text()
            case "name": name = try json.text()
            case "kind": kind = try json.named()
            case "country": country = try json.optional { try $0.text() }
            case "wikidata": wikidata = try json.optional { try $0.text() }
            case "principal": principal = try json.optional { try $0.who() }
            default: try json.skip()
            }
        }
        let actor = Actor(
            id: try present(id), name: try present(name), kind: try present(kind), country: country,
            wikidata: wikidata)
        return Who(actor: actor, principal: principal?.actor)
    }

    private mutating func position() throws -> Position {
        var (target, label): (String?, Stance?)
        var (favor, against, none): (Int?, Int?, Int?)
        try object { json, name in
            switch name {
            case "target": target = try json.text()
            case "label": label = try json.named()
            case "favor": favor = try json.units(decimals: 4)
            case "against": against = try json.units(decimals: 4)
            case "none": none = try json.units(decimals: 4)
            default: try json.skip()
            }
        }
        let probabilities = StatementRow.Probabilities(
            favor: try present(favor), against: try present(against), none: try present(none))
        return Position(target: try present(target), label: try present(label), probabilities: probabilities)
    }
}
