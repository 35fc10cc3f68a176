/// Comma-separated values after RFC 4180, in UTF-8.
///
/// A cell that holds a comma, a quotation mark or a line break is quoted; an empty cell is not known.
/// Rows of the plain variant end in LF, which every reader takes and which the data package declares.
/// The variant for spreadsheet programs begins with a byte order mark, ends rows in CR LF as the RFC
/// has it, and puts an apostrophe before text that a program would take for a formula.
struct CSVFormat: Sendable {
    let variant: Variant

    enum Variant: Sendable {
        case plain, spreadsheet
    }

    var byteOrderMark: [UInt8] { variant == .spreadsheet ? [0xEF, 0xBB, 0xBF] : [] }

    private var lineEnd: [UInt8] { variant == .spreadsheet ? [0x0D, 0x0A] : [0x0A] }

    func appendHeader<Row>(_ columns: [Column<Row>], to bytes: inout [UInt8]) {
        bytes.append(contentsOf: byteOrderMark)
        append(columns.map { .text($0.name) }, to: &bytes)
    }

    func append<Row>(_ row: Row, _ columns: [Column<Row>], to bytes: inout [UInt8]) {
        append(columns.map { $0.cell(row) }, to: &bytes)
    }

    /// Appends one row with its line end.
    func append(_ cells: [Cell], to bytes: inout [UInt8]) {
        appendCells(cells, to: &bytes)
        bytes.append(contentsOf: lineEnd)
    }

    func appendCells(_ cells: [Cell], to bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
    }

    private func append(_ cell: Cell, to bytes: inout [UInt8]) {
        switch cell {
        case .empty: break
        case .number(let number): number.append(to: &bytes)
        case .text(let text): append(guarded(text), to: &bytes)
        case .terms, .spans, .clauses: append(guarded(cell.plain), to: &bytes)
        case .integer, .boolean, .day: bytes.append(contentsOf: cell.plain.utf8)
        }
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        guard text.utf8.contains(where: CSVFormat.needsQuotes) else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }

    /// The characters are those of the OWASP page on CSV injection.
    private func guarded(_ text: String) -> String {
        guard variant == .spreadsheet, let first = text.utf8.first else { return text }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: return "'" + text
        default: return text
        }
    }
}
