import Discourse
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The first place at which two runs differ.
///
///     try RunDifference.first(between: "Reports/november", and: "again")?.description
///     // statements.jsonl, row orlan-daily#03, column stance_score: 0.1200 is not 0.1300
public struct RunDifference: Sendable, Equatable, CustomStringConvertible {
    /// The file in which it is.
    public let file: String
    /// Where, and what stands there in either run.
    public let place: String

    public var description: String { file + (place.isEmpty ? "" : ", " + place) }

    /// Looks through the tables cell by cell, and then through all files of the first run byte by byte.
    ///
    /// - Returns: Nil when every file of the first run is the same in the second.
    /// - Throws: `FileError` when a file cannot be read or is none of a run.
    public static func first(between run: String, and other: String) throws -> RunDifference? {
        for (a, b) in zip(RunTables(path: run).all, RunTables(path: other).all) {
            if let difference = try first(between: a, and: b) { return difference }
        }
        let files = try RunManifest(run: run).files
        for name in files + [DataPackage.fileName] {
            let (a, b) = (try contents(run + "/" + name), try contents(other + "/" + name))
            if a != b { return place(of: name, a, b) }
        }
        return nil
    }

    private static func first(between a: RunTables.Table, and b: RunTables.Table) throws -> RunDifference? {
        var theirs: [[Cell]] = []
        try b.forEachRow { theirs.append($0) }
        var (number, difference): (Int, RunDifference?) = (0, nil)
        try a.forEachRow { cells in
            defer { number += 1 }
            guard difference == nil else { return }
            guard number < theirs.count else {
                difference = RunDifference(file: a.name, place: "row \(a.name(of: cells)): the other has no such row")
                return
            }
            difference = first(in: a, cells, theirs[number])
        }
        if difference == nil, number < theirs.count {
            return RunDifference(file: a.name, place: "row \(a.name(of: theirs[number])) is missing")
        }
        return difference
    }

    private static func first(in table: RunTables.Table, _ a: [Cell], _ b: [Cell]) -> RunDifference? {
        guard let column = a.indices.first(where: { !a[$0].isExactly(b[$0]) }) else { return nil }
        return RunDifference(
            file: table.name,
            place:
                "row \(table.name(of: a)), column \(table.fields[column].name): \(a[column].shown) is not \(b[column].shown)"
        )
    }

    /// The line of a text that differs first, from 1, and in CSV or JSON what stands there.
    private static func place(of file: String, _ a: [UInt8], _ b: [UInt8]) -> RunDifference {
        let end = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
        let line = a[..<end].count { $0 == UInt8(ascii: "\n") } + 1
        return RunDifference(file: file, place: "line \(line): \(excerpt(a, end)) is not \(excerpt(b, end))")
    }

    /// A few characters around a place, on one line.
    private static func excerpt(_ bytes: [UInt8], _ place: Int) -> String {
        let part = bytes[max(0, place - 20)..<min(bytes.count, place + 20)]
        let text = String(decoding: part, as: UTF8.self).map { $0.isNewline ? " " : $0 }
        return "'" + String(text) + "'"
    }

    private static func contents(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        return Array(data)
    }
}

extension RunTables.Table {
    /// The cells of the key.
    fileprivate func name(of cells: [Cell]) -> String {
        key.map { name in cells[fields.firstIndex { $0.name == name }!].plain }.joined(separator: ", ")
    }
}

extension Cell {
    /// Equal in every byte and digit; `==` would take é in one code point for é in two.
    fileprivate func isExactly(_ other: Cell) -> Bool {
        self == other && plain.utf8.elementsEqual(other.plain.utf8)
    }

    /// At most eighty characters of it.
    fileprivate var shown: String {
        let text = plain
        if case .empty = self { return "nothing" }
        return text.count > 80 ? "'" + text.prefix(80) + "…'" : "'" + text + "'"
    }
}
