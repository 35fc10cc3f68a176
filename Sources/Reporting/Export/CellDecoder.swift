import Discourse

/// Reads cells back from the JSON and the CSV of a table.
///
/// JSON gives back what was written, but for words and ranges of which only the text is asked for. CSV cannot tell
/// an empty text from none.
enum CellDecoder {
    /// One line of a table in JSON, an object with the fields as members in any order.
    ///
    /// - Throws: `JSONReader.Problem` when it is none, or a cell is not of its field's type.
    static func row(_ json: [UInt8], _ fields: [PublishedTable.Field]) throws -> [Cell] {
        var reader = JSONReader(json)
        var cells = [Cell](repeating: .empty, count: fields.count)
        let places = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
        try reader.object { json, name in
            guard let place = places[name] else { return try json.skip() }
            cells[place] = try json.cell(fields[place].type)
        }
        try reader.end()
        return cells
    }

    /// The cell that a text of CSV stands for; nil when it is not of the type.
    static func cell(_ text: String, _ type: ColumnType) -> Cell? {
        if text.isEmpty { return .empty }
        switch type {
        case .string: return .text(text)
        case .integer: return Int(text).map { .integer($0) }
        case .number: return FixedPoint(text).map { .number($0) }
        case .boolean: return text == "true" ? .boolean(true) : text == "false" ? .boolean(false) : nil
        case .date: return Day(text).map { .day($0) }
        }
    }
}

extension JSONReader {
    /// A value of a table; words with weights come as `Cell.terms`, lists of texts as `Cell.clauses`.
    mutating func cell(_ type: ColumnType) throws -> Cell {
        try optional { json in
            switch type {
            case .string: return try json.stringCell()
            case .integer: return .integer(try json.integer())
            case .number:
                guard let number = FixedPoint(try json.number()) else { throw Problem.missing }
                return .number(number)
            case .boolean: return .boolean(try json.boolean())
            case .date:
                guard let day = Day(try json.text()) else { throw Problem.missing }
                return .day(day)
            }
        } ?? .empty
    }

    private mutating func stringCell() throws -> Cell {
        guard begins(with: "[") else { return .text(try text()) }
        var (terms, clauses): ([TermWeight], [String]) = ([], [])
        _ = try array { json in
            if json.begins(with: "{") { terms.append(try json.term()) } else { clauses.append(try json.text()) }
        }
        return terms.isEmpty ? .clauses(clauses) : .terms(terms)
    }

    private mutating func term() throws -> TermWeight {
        var (term, weight): (String?, Int?)
        try object { json, name in
            switch name {
            case "term": term = try json.text()
            case "weight": weight = try json.units(decimals: 6)
            default: try json.skip()
            }
        }
        guard let term, let weight else { throw Problem.missing }
        return TermWeight(term: term, weight: weight)
    }
}

extension FixedPoint {
    /// Reads a decimal number as it was printed, with as many decimals; nil for anything else, such as an exponent.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let first = parts.first, first.utf8.count <= 12 else { return nil }
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        let isPlain = fraction.utf8.allSatisfy { (0x30...0x39).contains($0) } && fraction.utf8.count <= 6
        guard isPlain, parts.count == 1 || !fraction.isEmpty, let units = Int(first + fraction) else { return nil }
        self.init(units: units, decimals: fraction.utf8.count)
    }
}
