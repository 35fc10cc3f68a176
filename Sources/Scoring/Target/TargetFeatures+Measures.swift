import Discourse

extension TargetFeatures {
    /// Where words of the lexicon are counted.
    enum View: Int, CaseIterable {
        case sentence, clause, left, right, near, around, before, after

        func contains(_ word: Int, in reading: TargetReading) -> Bool {
            let distance = word - reading.place
            switch self {
            case .sentence: return true
            case .clause: return reading.clauseWords.contains(word)
            case .left: return distance < 0
            case .right: return distance > 0
            case .near: return abs(distance) <= 4
            case .around: return abs(distance) <= 8
            case .before: return distance < 0 && reading.clauseWords.contains(word)
            case .after: return distance > 0 && reading.clauseWords.contains(word)
            }
        }
    }

    static let measuresOfView = ["positive", "negative", "positives", "negatives", "compound"]
    static let wholeNames = [
        "decayed left positive", "decayed left negative", "decayed right positive", "decayed right negative",
        "nearest left", "nearest right", "length", "place", "opens", "ends", "names", "quoted", "has quotation",
        "question", "exclamation", "several words", "pronoun",
    ]

    static let denseNames: [String] =
        View.allCases.flatMap { view in measuresOfView.map { "\(view) \($0)" } } + wholeNames

    /// Adds the dense features.
    func addMeasures(_ reading: TargetReading, to row: inout TargetRow) {
        for view in View.allCases { addMeasures(of: view, reading, to: &row) }
        let base = View.allCases.count * TargetFeatures.measuresOfView.count
        addDecayed(reading, base: base, to: &row)
        addNearest(reading, base: base + 4, to: &row)
        addWhole(reading, base: base + 6, to: &row)
    }

    private func addMeasures(of view: View, _ reading: TargetReading, to row: inout TargetRow) {
        let base = view.rawValue * TargetFeatures.measuresOfView.count
        let hits = reading.hits.filter { view.contains($0.word, in: reading) }
        guard !hits.isEmpty else { return }
        for hit in hits {
            row.addDense(base + (hit.value > 0 ? 0 : 1), thousandths: abs(hit.value) / 4_000, token: hit.token)
            row.addDense(base + (hit.value > 0 ? 2 : 3), thousandths: 500, token: hit.token)
        }
        let points = Double(hits.reduce(0) { $0 + $1.value }) / 1_000_000
        let words = reading.words.indices.reduce(0) { count, index in
            count + (reading.words[index].isWord && view.contains(index, in: reading) ? 1 : 0)
        }
        // Each hit has the share of the compound that it has of the sum.
        let factor = 2_000 / (points * points + 1.5 * Double(max(words, 1))).squareRoot()
        for hit in hits {
            row.addDense(
                base + 4, thousandths: Int((Double(hit.value) / 1_000_000 * factor).rounded()), token: hit.token)
        }
    }

    /// A hit counts less by a sixth with each word between it and the target.
    private func addDecayed(_ reading: TargetReading, base: Int, to row: inout TargetRow) {
        for hit in reading.hits {
            let distance = hit.word - reading.place
            var weight = Double(abs(hit.value)) / 2_000
            for _ in 1..<max(abs(distance), 2) { weight *= 5.0 / 6 }
            row.addDense(
                base + (distance < 0 ? 0 : 2) + (hit.value > 0 ? 0 : 1), thousandths: Int(weight.rounded()),
                token: hit.token)
        }
    }

    private func addNearest(_ reading: TargetReading, base: Int, to row: inout TargetRow) {
        if let hit = reading.hits.last(where: { $0.word < reading.place }) {
            row.addDense(base, thousandths: hit.value / 2_000, token: hit.token)
        }
        if let hit = reading.hits.first(where: { $0.word > reading.place }) {
            row.addDense(base + 1, thousandths: hit.value / 2_000, token: hit.token)
        }
    }

    /// What is of the sentence and the target, not of words.
    private func addWhole(_ reading: TargetReading, base: Int, to row: inout TargetRow) {
        let words = reading.words
        let count = words.count { $0.isWord }
        let quotes = words.indices.filter { words[$0].symbol == .quote }
        let opened = quotes.count { $0 < reading.place }
        let document = reading.document
        let marks = SentenceView(
            document: document, sentence: reading.part, part: reading.part, masking: []
        ).marks
        func add(_ place: Int, _ value: Double) {
            row.addDense(base + place, thousandths: Int((value * 1_000).rounded()), token: -1)
        }
        add(0, min(Double(count) / 30, 3))
        add(1, Double(reading.place) / Double(max(words.count, 1)))
        add(2, reading.place <= 1 ? 1 : 0)
        add(3, reading.place >= words.count - 2 ? 1 : 0)
        add(4, min(Double(words.count { $0.kind == .name }) / 4, 2))
        add(5, opened % 2 == 1 ? 1 : 0)
        add(6, quotes.count > 1 ? 1 : 0)
        add(7, marks.questions > 0 ? 1 : 0)
        add(8, marks.exclamations > 0 ? 1 : 0)
        add(9, reading.target.count > 1 ? 1 : 0)
        add(10, document.tokens[reading.target.lowerBound].shape == .lower ? 1 : 0)
    }
}
