import Discourse

/// The one feature function of the model of tone toward a target, for training and for prediction.
///
/// It reads token keys and bytes and makes no strings. All names read alike, and so do all targets: the model
/// learns what is said, not of whom.
struct TargetFeatures: Sendable {
    /// Changes whenever the same target gets other features; a model remembers it.
    static let version = "1"

    let frames: FrameTable

    /// Writes the features of a target into `row`.
    func callAsFunction(_ reading: TargetReading, row: inout TargetRow) {
        row.removeAll()
        addRuns(reading, reading.words.indices, .sentence, to: &row)
        addRuns(reading, reading.clauseWords, .clause, to: &row)
        addSides(reading, to: &row)
        addPlaces(reading, to: &row)
        addBeside(reading, to: &row)
        addFrames(reading, to: &row)
        addPaths(reading, to: &row)
        addHits(reading, to: &row)
        addMeasures(reading, to: &row)
        normalize(&row)
    }

    /// Divides the features of each family by the square root of their number, so that a long sentence does not
    /// outweigh a short one.
    private func normalize(_ row: inout TargetRow) {
        var counts = [Int](repeating: 0, count: TargetRow.Family.allCases.count)
        for occurrence in row.occurrences { counts[Int(occurrence.family.rawValue)] += 1 }
        let values = counts.map { Int32((1_000 / Double(max($0, 1)).squareRoot()).rounded()) }
        for index in row.occurrences.indices {
            row.occurrences[index].value = values[Int(row.occurrences[index].family.rawValue)]
        }
    }
}

// MARK: - Words

extension TargetFeatures {
    /// Words in a row, single and in pairs; no pair over a mark.
    private func addRuns(
        _ reading: TargetReading, _ range: Range<Int>, _ family: TargetRow.Family, to row: inout TargetRow
    ) {
        let words = reading.words
        for index in range where words[index].isWord {
            add(family, [words[index].key], words: SIMD4(words: index), to: &row)
            guard index + 1 < range.upperBound, words[index + 1].kind != .mark else { continue }
            add(family, [words[index].key, words[index + 1].key], words: SIMD4(words: index, index + 1), to: &row)
        }
    }

    private func addSides(_ reading: TargetReading, to row: inout TargetRow) {
        for index in reading.words.indices where reading.words[index].isWord {
            let family: TargetRow.Family = index < reading.place ? .left : .right
            add(family, [reading.words[index].key], words: SIMD4(words: index), to: &row)
        }
    }

    private func addPlaces(_ reading: TargetReading, to row: inout TargetRow) {
        for offset in [-4, -3, -2, -1, 1, 2, 3, 4] {
            let index = reading.place + offset
            guard reading.words.indices.contains(index) else { continue }
            add(
                .place, [UInt64(bitPattern: Int64(offset)), reading.words[index].key], words: SIMD4(words: index),
                detail: offset, to: &row)
        }
    }

    private func addBeside(_ reading: TargetReading, to row: inout TargetRow) {
        let words = reading.words
        for length in 2...4 {
            for first in reading.place - length + 1...reading.place
            where first >= 0 && first + length <= words.count {
                let run = first..<first + length
                var indices = SIMD4(words: -1)
                for (place, index) in run.enumerated() { indices[place] = Int32(index) }
                add(.beside, run.map { words[$0].key }, words: indices, to: &row)
            }
        }
    }
}

// MARK: - Classes

extension TargetFeatures {
    /// The classes right and left of the target, one to four in a row.
    private func addFrames(_ reading: TargetReading, to row: inout TargetRow) {
        let words = reading.words
        for side in [1, -1] {
            var (indices, count) = (SIMD4<Int32>(words: -1), 0)
            var keys = [UInt64(side == 1 ? 1 : 2)]
            var index = reading.place + side
            while words.indices.contains(index), count < 4 {
                if words[index].symbol != .other {
                    indices[count] = Int32(index)
                    count += 1
                    keys.append(UInt64(words[index].symbol.rawValue))
                    add(.frame, keys, words: indices, detail: side, to: &row)
                }
                index += side
            }
        }
    }

    /// From the target to each word of the lexicon: the classes between them, at most three.
    private func addPaths(_ reading: TargetReading, to row: inout TargetRow) {
        for hit in reading.hits {
            let side = hit.word < reading.place ? -1 : 1
            var (indices, count) = (SIMD4<Int32>(words: hit.word), 1)
            var keys = [UInt64(side == 1 ? 1 : 2), hit.value > 0 ? 1 : 0]
            var index = reading.place + side
            var isLong = false
            while index != hit.word {
                let symbol = reading.words[index].symbol
                if symbol != .other, symbol != .positive, symbol != .negative {
                    if count == 4 {
                        isLong = true
                        break
                    }
                    indices[count] = Int32(index)
                    count += 1
                    keys.append(UInt64(symbol.rawValue))
                }
                index += side
            }
            if !isLong { add(.path, keys, words: indices, detail: side, to: &row) }
        }
    }

    private func addHits(_ reading: TargetReading, to row: inout TargetRow) {
        for hit in reading.hits {
            let side = hit.word < reading.place ? 1 : 2
            let isNear = reading.clauseWords.contains(hit.word)
            let sign = hit.value > 0 ? 1 : 0
            let detail = side << 2 | (isNear ? 2 : 0) | sign
            add(.hit, [UInt64(detail), hit.entry], words: SIMD4(words: hit.word), detail: detail, to: &row)
        }
    }

    private func add(
        _ family: TargetRow.Family, _ parts: [UInt64], words: SIMD4<Int32>, detail: Int = 0, to row: inout TargetRow
    ) {
        row.occurrences.append(
            TargetRow.Occurrence(
                key: TargetFeatures.key(family, parts), value: 0, family: family,
                detail: Int32(truncatingIfNeeded: detail), words: words))
    }

    /// The key of a feature; of a single word of a sentence it is that of the family and the word's own key.
    static func key(_ family: TargetRow.Family, _ parts: [UInt64]) -> UInt64 {
        var hash = Hasher64(seed: UInt64(family.rawValue) &* 0x9e37_79b9_7f4a_7c15)
        for part in parts { hash.combine(part) }
        return hash.finish()
    }
}
