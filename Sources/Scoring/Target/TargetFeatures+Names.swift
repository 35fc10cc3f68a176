import Discourse

extension TargetFeatures {
    /// The readable name of a feature where it occurs.
    ///
    ///     sentence: very_angry    place +1: blamed    beside: by_⟨target⟩    frame +: say negative    path -: by > negative
    func name(of occurrence: TargetRow.Occurrence, in reading: TargetReading) -> String {
        let family = "\(occurrence.family)"
        let indices = (0..<4).map { Int(occurrence.words[$0]) }.filter { $0 >= 0 }
        switch occurrence.family {
        case .sentence, .clause, .left, .right, .beside:
            return family + ": " + indices.map { word(reading.words[$0], in: reading) }.joined(separator: "_")
        case .place:
            let offset = occurrence.detail
            return "\(family) \(offset > 0 ? "+" : "")\(offset): " + word(reading.words[indices[0]], in: reading)
        case .frame:
            let symbols = indices.map { symbol(reading.words[$0].symbol) }
            return family + (occurrence.detail > 0 ? " +: " : " -: ") + symbols.joined(separator: " ")
        case .path:
            let symbols = (indices.dropFirst() + [indices[0]]).map { symbol(reading.words[$0].symbol) }
            return family + (occurrence.detail > 0 ? " +: " : " -: ") + symbols.joined(separator: " > ")
        case .hit:
            let side = occurrence.detail >> 2 == 1 ? "left" : "right"
            let near = occurrence.detail & 2 != 0 ? " of the clause" : ""
            let sign = occurrence.detail & 1 != 0 ? "positive" : "negative"
            return "\(family) \(side)\(near): \(word(reading.words[indices[0]], in: reading)) \(sign)"
        }
    }

    private func symbol(_ symbol: TargetWord.Symbol) -> String {
        switch symbol {
        case .positive: "positive"
        case .negative: "negative"
        case .name: "⟨name⟩"
        case .target: "⟨target⟩"
        case .comma: ","
        case .quote: "“"
        case .mark: "⟨mark⟩"
        default: frames.classes[Int(symbol.rawValue)]
        }
    }

    private func word(_ word: TargetWord, in reading: TargetReading) -> String {
        switch word.kind {
        case .name: "⟨name⟩"
        case .number: "⟨number⟩"
        case .target: "⟨target⟩"
        case .word, .mark:
            String(
                String.UnicodeScalarView(
                    reading.document.text(of: Int(word.token)).lowercased().unicodeScalars.map { $0 == "’" ? "'" : $0 })
            )
        }
    }
}
