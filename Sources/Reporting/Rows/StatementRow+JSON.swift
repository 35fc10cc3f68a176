import Discourse

extension StatementRow {
    /// Writes the members of the statement's JSON object; the caller opens and closes it.
    func writeMembers(to json: inout JSONText) {
        json.member("statement_id", .text(id))
        json.member("article_id", .text(articleID))
        json.member("outlet", .text(outlet))
        json.member("published", .day(published))
        json.member("paragraph", .integer(paragraph))
        json.member("sentence", .integer(sentence))
        json.member("form", .text(form.rawValue))
        json.member("source", excerpt: source)
        json.member("cue", excerpt: cue)
        json.key("content")
        json.array(of: content) { json, excerpt in json.object { $0.members(of: excerpt) } }
        writeSpeaker(to: &json)
        writeScores(to: &json)
    }

    private func writeSpeaker(to json: inout JSONText) {
        json.member("speaker_status", .text(speaker.status.rawValue))
        json.member("link_reason", .text(speaker.linkReason))
        json.key("actor")
        guard let actor = speaker.actor else { return json.value(.empty) }
        json.object {
            $0.members(of: actor)
            $0.member("link_reason", .text(speaker.linkReason))
            $0.member("on_behalf_of", .text(speaker.onBehalfOf?.id))
            guard let principal = speaker.onBehalfOf else { return }
            $0.key("principal")
            $0.object { $0.members(of: principal) }
        }
    }

    private func writeScores(to json: inout JSONText) {
        json.member("attribution_confidence", .score(units: confidence))
        json.member("sentiment", .score(units: sentiment))
        json.key("stance")
        json.object {
            $0.member("target", .text(target))
            $0.member("label", .text(stance.rawValue))
            $0.member("score", .score(units: score))
            $0.member("favor", .score(units: probabilities.favor))
            $0.member("against", .score(units: probabilities.against))
            $0.member("none", .score(units: probabilities.none))
        }
        json.member("conditional", .boolean(conditional))
        json.member("top_terms", .terms(topTerms))
        json.member("margin", .margin(units: margin))
        json.member("bias", .margin(units: bias))
        json.key("contributions")
        json.array { json in
            for share in contributions { json.value(share.word.span, share.word.text, weight: share.weight) }
        }
        json.member("speech", .text(utterance.rawValue))
        json.member("nested_in", .text(nestedIn))
        json.member("sentiment_lo", .score(units: sentimentInterval?.lowerBound))
        json.member("sentiment_hi", .score(units: sentimentInterval?.upperBound))
        json.member("tone_toward", .clauses(toneToward))
    }
}

extension JSONText {
    fileprivate mutating func member(_ name: String, excerpt: Excerpt?) {
        key(name)
        guard let excerpt else { return value(.empty) }
        object { $0.members(of: excerpt) }
    }

    /// An excerpt with its weight.
    fileprivate mutating func value(_ span: Range<Int>, _ text: String, weight: Int) {
        element(text: text, atMost: 100) { output, text in
            output.append(literal: "{\"start\":")
            output.append(decimal: span.lowerBound)
            output.append(literal: ",\"end\":")
            output.append(decimal: span.upperBound)
            output.append(literal: ",\"text\":")
            output.append(quoted: text)
            output.append(literal: ",\"weight\":")
            output.append(FixedPoint(units: weight, decimals: 6))
            output.append(UInt8(ascii: "}"))
        }
    }

    fileprivate mutating func members(of excerpt: Excerpt) {
        member("start", .integer(excerpt.span.lowerBound))
        member("end", .integer(excerpt.span.upperBound))
        member("text", .text(excerpt.text))
    }

    fileprivate mutating func members(of actor: Actor) {
        member("id", .text(actor.id))
        member("name", .text(actor.name))
        member("kind", .text(actor.kind.rawValue))
        member("country", .text(actor.country))
        member("wikidata", .text(actor.wikidata))
    }
}
