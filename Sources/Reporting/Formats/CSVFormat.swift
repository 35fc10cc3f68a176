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
        case .integer(let number): bytes.append(decimal: number)
        case .boolean, .day: bytes.append(contentsOf: cell.plain.utf8)
        }
    }

    private func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &bytes) }
    }

    private func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var isQuoted = false
        for byte in text where CSVFormat.needsQuotes(byte) { isQuoted = true }
        guard isQuoted else { return bytes.append(contentsOf: text) }
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }

    private func guarded(_ text: String) -> String {
        variant == .spreadsheet && CSVFormat.looksLikeFormula(text) ? "'" + text : text
    }

    /// The characters are those of the OWASP page on CSV injection.
    private static func looksLikeFormula(_ text: String) -> Bool {
        switch text.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
        default: false
        }
    }

    /// Whether the cell is written in another way for spreadsheet programs.
    static func needsGuard(_ cell: Cell) -> Bool {
        switch cell {
        case .text(let text): looksLikeFormula(text)
        case .terms, .spans, .clauses: looksLikeFormula(cell.plain)
        case .empty, .number, .integer, .boolean, .day: false
        }
    }
}
