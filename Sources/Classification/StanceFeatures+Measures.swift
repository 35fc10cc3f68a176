import Discourse
import LinearModels

extension StanceFeatures {
    /// Adds how many words of each class a view has; each word carries its own share.
    func addClasses(of reading: StatementReading, to row: inout FeatureRow) {
        addClasses(reading.statement, at: columns.statement, each: 1_000, to: &row)
        addClasses(reading.cue, at: columns.cue, each: 1_000, to: &row)
        addClasses(reading.source, at: columns.source, each: 1_000, to: &row)
        addClasses(reading.context, at: columns.context, each: 500, to: &row)
        addClasses(reading.before, at: columns.before, each: 500, to: &row)
    }

    private func addClasses(_ words: [ReadWord], at column: Int, each value: Int, to row: inout FeatureRow) {
        for word in words {
            word.classes.forEach { row.addDense(column + $0, thousandths: value, token: word.token) }
        }
    }

    /// Adds what no single word says: quotation, length, and what is missing.
    func addWhole(_ statement: Statement, words: [ReadWord], to row: inout FeatureRow) {
        let quoted = quotedShare(of: statement)
        if quoted > 0 { row.addDense(columns.whole + (quoted >= 0.8 ? 0 : 1), thousandths: 1_000, token: -1) }
        row.addDense(
            columns.whole + 2, thousandths: Int((Double(words.count).squareRoot() * 200).rounded()), token: -1)
        for word in words where word.kind == .boundary && isQuestion(word, in: statement.document) {
            row.addDense(columns.whole + 3, thousandths: 1_000, token: word.token)
        }
        if statement.cue == nil { row.addDense(columns.whole + 4, thousandths: 1_000, token: -1) }
        if statement.source == nil { row.addDense(columns.whole + 5, thousandths: 1_000, token: -1) }
    }

    /// Adds the vector of the words of the cue and content; names and numbers, being masked, have no part in it.
    func addMeaning(_ words: [ReadWord], of document: Document, to row: inout FeatureRow) {
        guard let vectors else { return }
        // All words behind one another with a space between, so that they are cut into pieces in one sweep.
        var (text, starts) = ([UInt8](), [Int32]())
        let utf8 = document.utf8
        for word in words where word.kind == .word {
            starts.append(Int32(text.count))
            text.append(contentsOf: utf8[document.tokens[Int(word.token)].bytes])
            text.append(UInt8(ascii: " "))
        }
        let tokens = words.lazy.filter { $0.kind == .word }.map(\.token)
        var (units, place, position) = ([WordVectors.Unit](), tokens.startIndex, 0)
        for unit in vectors.units(text.span) {
            while position + 1 < starts.count, starts[position + 1] <= unit.range.lowerBound {
                position += 1
                place = tokens.index(after: place)
            }
            units.append(WordVectors.Unit(row: unit.row, range: tokens[place]..<tokens[place] + 1))
        }
        row.setVector(vectors.pool(units), at: columns.meaning)
    }

    /// How much of the content stands between quotation marks, 0...1. The marks are read rather than the
    /// statement's form, since training data without forms has the marks too.
    private func quotedShare(of statement: Statement) -> Double {
        var (quoted, all) = (0, 0)
        for passage in statement.content {
            var isInside = false
            for index in passage.tokens {
                if passage.document.tokens[index].kind == .quote {
                    isInside.toggle()
                } else {
                    all += 1
                    if isInside { quoted += 1 }
                }
            }
        }
        return all == 0 ? 0 : Double(quoted) / Double(all)
    }

    private func isQuestion(_ word: ReadWord, in document: Document) -> Bool {
        document.utf8[Int(document.tokens[Int(word.token)].start)] == UInt8(ascii: "?")
    }
}
