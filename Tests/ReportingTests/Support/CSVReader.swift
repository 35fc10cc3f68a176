/// Reads CSV as RFC 4180 has it, in the plainest way: what the writer is checked against.
enum CSVReader {
    static func rows(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var (row, cell, quoted, position) = ([String](), [UInt8](), false, 0)
        func endCell() {
            row.append(String(decoding: cell, as: UTF8.self))
            cell = []
        }
        while position < bytes.count {
            let byte = bytes[position]
            let next = position + 1 < bytes.count ? bytes[position + 1] : 0
            switch (quoted, byte) {
            case (true, UInt8(ascii: "\"")) where next == UInt8(ascii: "\""):
                cell.append(byte)
                position += 1
            case (_, UInt8(ascii: "\"")): quoted.toggle()
            case (false, UInt8(ascii: ",")): endCell()
            case (false, UInt8(ascii: "\r")) where next == UInt8(ascii: "\n"): break
            case (false, UInt8(ascii: "\n")):
                endCell()
                rows.append(row)
                row = []
            default: cell.append(byte)
            }
            position += 1
        }
        return rows
    }

    /// Rows by column name.
    static func table(_ bytes: [UInt8]) -> [[String: String]] {
        let rows = rows(bytes)
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
    }
}
