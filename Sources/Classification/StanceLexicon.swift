import Discourse
import LinearModels
import TextFiles

/// Words and phrases that carry a position, in classes, and the rules that compose them.
///
/// It is read from `classes.tsv`, `terms.tsv` and `rules.tsv` of one folder, `Lexicons/stance`.
public struct StanceLexicon: Sendable {
    /// Where it was read from; named in errors.
    public let folder: String
    /// In the order of the file; a class is named by its index.
    let classes: [Class]
    /// Which classes may govern a target, are targets, and so on, one bit a class.
    let operators, targets, judgements, negators, boundaries: ClassSet
    /// Operators that turn the polarity of what they land on.
    let reversers: ClassSet
    let rules: [Rule]
    /// The bytes of the three files folded to 64 bits, written in base 16: what a model remembers of its lexicon.
    public let fingerprint: String

    /// The words at which an entry starts, and the entries of each of them, longest first.
    private let starts: Vocabulary
    private let entries: [[Entry]]
    /// The rule of (operator, negated, target), or -1.
    private let ruleTable: [Int16]

    struct Class: Sendable {
        let name: String
        let kind: String
    }

    /// One row of `rules.tsv`.
    struct Rule: Sendable {
        let name: String
        /// Thousandths, -1000...1000; positive speaks for talks.
        let polarity: Int
    }

    private struct Entry: Sendable {
        /// The words after the first.
        let rest: [UInt64]
        var classes: ClassSet
    }

    /// - Parameter folder: Holds the three tables.
    /// - Throws: `FileError` for a table that is missing or a row that names an unknown class.
    public init(folder: String) throws {
        let classTable = try TextTable(path: folder + "/classes.tsv")
        let termTable = try TextTable(path: folder + "/terms.tsv")
        let ruleRows = try TextTable(path: folder + "/rules.tsv")
        let classes = try classTable.rows.map {
            Class(name: try $0.required("class"), kind: try $0.required("kind"))
        }
        guard classes.count <= 62 else { throw FileError(path: classTable.path, reason: "has more than 62 classes") }
        func set(_ kind: String) -> ClassSet {
            ClassSet(classes.indices.filter { classes[$0].kind == kind })
        }
        (operators, targets, judgements) = (set("operator"), set("target"), set("judgement"))
        (negators, boundaries) = (set("negator"), set("boundary"))
        reversers = ClassSet(
            classes.indices.filter { ["reject", "condemn", "quit", "block", "end"].contains(classes[$0].name) })
        self.classes = classes
        self.folder = folder
        (starts, entries) = try StanceLexicon.entries(of: termTable, classes: classes)
        (rules, ruleTable) = try StanceLexicon.rules(of: ruleRows, classes: classes)
        fingerprint = StanceLexicon.fingerprint([classTable, termTable, ruleRows])
    }

    private static func entries(of table: TextTable, classes: [Class]) throws -> (Vocabulary, [[Entry]]) {
        var byStart: [UInt64: [Entry]] = [:]
        for row in table.rows {
            let name = try row.required("class")
            guard let index = classes.firstIndex(where: { $0.name == name }) else {
                throw row.error("names no class of classes.tsv: '\(name)'")
            }
            for form in try row.required("forms").split(separator: ",") {
                let words = form.split(separator: " ").map { WordKey($0).bits }
                guard let first = words.first else { throw row.error("has an empty form") }
                let rest = Array(words.dropFirst())
                if let known = byStart[first, default: []].firstIndex(where: { $0.rest == rest }) {
                    byStart[first]![known].classes.insert(index)
                } else {
                    byStart[first, default: []].append(Entry(rest: rest, classes: ClassSet([index])))
                }
            }
        }
        let starts = Vocabulary(byStart.keys.map { ($0, "") })
        let entries = starts.keys.map { key in
            byStart[key]!.sorted {
                $0.rest.count != $1.rest.count
                    ? $0.rest.count > $1.rest.count : $0.rest.lexicographicallyPrecedes($1.rest)
            }
        }
        return (starts, entries)
    }

    private static func rules(of table: TextTable, classes: [Class]) throws -> ([Rule], [Int16]) {
        let n = classes.count + 1
        var (rules, indexes) = ([Rule](), [Int16](repeating: -1, count: n * 2 * n))
        for row in table.rows {
            func index(_ column: String) throws -> Int {
                let name = try row.required(column)
                if column == "operator", name == "none" { return classes.count }
                guard let index = classes.firstIndex(where: { $0.name == name }) else {
                    throw row.error("names no class of classes.tsv: '\(name)'")
                }
                return index
            }
            let negated = try row.required("negated")
            guard ["yes", "no"].contains(negated) else { throw row.error("column 'negated' is yes or no") }
            let polarity = try row.number("polarity")
            guard abs(polarity) <= 1 else { throw row.error("has a polarity beyond ±1") }
            let place = (try index("operator") * 2 + (negated == "yes" ? 1 : 0)) * n + (try index("target"))
            guard indexes[place] < 0 else { throw row.error("is a second rule for the same operator and target") }
            indexes[place] = Int16(rules.count)
            rules.append(Rule(name: try row.required("name"), polarity: Int((polarity * 1_000).rounded())))
        }
        return (rules, indexes)
    }

    private static func fingerprint(_ tables: [TextTable]) -> String {
        var hash = Hasher64()
        for table in tables {
            for row in table.rows {
                for cell in row.cells {
                    for byte in cell.utf8 { hash.combine(byte) }
                    hash.combine(UInt8(ascii: "\t"))
                }
                hash.combine(UInt8(ascii: "\n"))
            }
        }
        return String(hash.finish(), radix: 16)
    }
}

extension StanceLexicon {
    /// The longest entry that starts at a word.
    ///
    /// - Parameter key: The key of the word `offset` places on; 0 is the word itself. Nil past the end.
    /// - Returns: The classes and how many words they span; nil when no entry starts here.
    @inline(__always) func match(_ key: (_ offset: Int) -> UInt64?) -> (classes: ClassSet, length: Int)? {
        guard let first = key(0), let start = starts.column(of: first) else { return nil }
        candidates: for entry in entries[start] {
            for (offset, word) in entry.rest.enumerated() where key(offset + 1) != word { continue candidates }
            return (entry.classes, entry.rest.count + 1)
        }
        return nil
    }

    /// The rule for an operator (nil: none) on a target.
    func rule(operator governor: Int?, negated: Bool, target: Int) -> Int? {
        let n = classes.count + 1
        let rule = ruleTable[((governor ?? classes.count) * 2 + (negated ? 1 : 0)) * n + target]
        return rule < 0 ? nil : Int(rule)
    }
}
