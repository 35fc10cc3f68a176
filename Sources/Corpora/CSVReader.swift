/// Reads RFC 4180 tables record by record: quoted cells with line breaks and doubled quotation marks,
/// ends of lines in LF, CR LF or CR, and `,`, `;` or tab between cells, whichever the header has most of.
///
/// The rules are one machine over bytes. Outside quotes, a separator ends a cell and a line end the
/// record. A quotation mark at the start of a cell opens quotes; inside them only the next quotation
/// mark counts: doubled it stands for one, single it closes. What follows a closing mark up to the
/// separator is kept as it is, as is a quotation mark inside a cell that did not begin with one.
final class CSVReader {
    private let source: TextSource
    private let limit: Int
    private var block: [UInt8] = []
    private var position = 0
    private var line = 1
    private var lastWasReturn = false
    private var separator: UInt8?

    init(_ source: TextSource, limit: Int) { (self.source, self.limit) = (source, limit) }

    /// One record. `cells` are ranges of `bytes`, which holds the cells without marks and separators.
    struct Record {
        /// The line on which it begins, from 1.
        let line: Int
        var bytes: [UInt8] = []
        var cells: [Range<Int>] = []
        var isTooLarge = false
        var isOpen = false

        subscript(cell: Int) -> ArraySlice<UInt8> { bytes[cells[cell]] }

        var isBlank: Bool { cells.count == 1 && cells[0].isEmpty }
    }

    /// The next record that is not an empty line; nil at the end.
    ///
    /// - Throws: What is wrong with the source, after all the complete records before that place.
    func next() throws(Problem) -> Record? {
        while let record = try readRecord() {
            if !record.isBlank || record.isTooLarge { return record }
        }
        return nil
    }

    private enum State { case cellStart, plain, quoted, quoteInQuoted }

    private func readRecord() throws(Problem) -> Record? {
        if separator == nil { try sniffSeparator() }
        guard let separator, try hasMore() else { return nil }
        var record = Record(line: line)
        var (state, start) = (State.cellStart, 0)
        while try hasMore() {
            let byte = block[position]
            position += 1
            if lastWasReturn, byte == 0x0A, state == .cellStart, record.bytes.isEmpty, record.cells.isEmpty {
                lastWasReturn = false
                continue
            }
            countLine(byte)
            if state == .quoted {
                if byte == 0x22 { state = .quoteInQuoted } else { append(byte, to: &record, &start) }
            } else if byte == separator {
                endCell(&record, &start)
                state = .cellStart
            } else if byte == 0x0A || byte == 0x0D {
                endCell(&record, &start)
                return record
            } else if byte == 0x22, state != .plain {
                if state == .quoteInQuoted { append(byte, to: &record, &start) }
                state = .quoted
            } else {
                append(byte, to: &record, &start)
                state = .plain
            }
        }
        // A line feed after a carriage return at the very end is no record.
        if state == .cellStart, record.cells.isEmpty { return nil }
        record.isOpen = state == .quoted
        endCell(&record, &start)
        return record
    }

    private func endCell(_ record: inout Record, _ start: inout Int) {
        record.cells.append(start..<record.bytes.count)
        start = record.bytes.count
    }

    private func append(_ byte: UInt8, to record: inout Record, _ start: inout Int) {
        guard record.bytes.count < limit else {
            (record.isTooLarge, record.cells, record.bytes, start) = (true, [], [], 0)
            return
        }
        if !record.isTooLarge { record.bytes.append(byte) }
    }

    private func countLine(_ byte: UInt8) {
        if byte == 0x0D || byte == 0x0A && !lastWasReturn { line += 1 }
        lastWasReturn = byte == 0x0D
    }

    private func hasMore() throws(Problem) -> Bool {
        if position < block.count { return true }
        guard let more = try source.next() else { return false }
        (block, position) = (more, 0)
        return true
    }

    /// Reads ahead to the end of the header and counts what could separate its cells.
    private func sniffSeparator() throws(Problem) {
        var (isQuoted, counts, index) = (false, [UInt8(ascii: ","): 0, UInt8(ascii: ";"): 0, UInt8(ascii: "\t"): 0], 0)
        while true {
            if index == block.count {
                guard block.count <= limit, let more = try source.next() else { break }
                block += more
            }
            let byte = block[index]
            index += 1
            if byte == 0x22 { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D, index > 1 { break }
            counts[byte]? += 1
        }
        let comma = UInt8(ascii: ","), semicolon = UInt8(ascii: ";"), tab = UInt8(ascii: "\t")
        separator = [semicolon, tab].reduce(comma) { counts[$1]! > counts[$0]! ? $1 : $0 }
    }
}
