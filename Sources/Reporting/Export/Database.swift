import CSQLite
import Discourse
import TextFiles

/// A SQLite database file, opened for one purpose and closed with this value.
final class Database {
    private let path: String
    private var handle: OpaquePointer?

    /// - Parameter path: Made when it is not there.
    /// - Throws: `FileError` when it cannot be opened.
    init(path: String) throws {
        self.path = path
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        guard sqlite3_open_v2(path, &handle, flags, nil) == SQLITE_OK else { throw error }
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements that give no rows.
    func run(_ sql: String) throws {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw error }
    }

    /// All inside becomes part of the file, or nothing.
    func transaction(_ body: () throws -> Void) throws {
        try run("BEGIN")
        do { try body() } catch {
            try? run("ROLLBACK")
            throw error
        }
        try run("COMMIT")
    }

    func prepare(_ sql: String) throws -> Query {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, Int32(sql.utf8.count), &statement, nil) == SQLITE_OK else {
            throw error
        }
        return Query(self, statement!)
    }

    /// A statement that is run again and again with other values.
    final class Query {
        private let database: Database
        private let statement: OpaquePointer

        fileprivate init(_ database: Database, _ statement: OpaquePointer) {
            (self.database, self.statement) = (database, statement)
        }

        deinit { sqlite3_finalize(statement) }

        /// Runs it once with these values and passes over any rows.
        func run(_ cells: [Cell]) throws {
            for (index, cell) in cells.enumerated() { try bind(cell, at: Int32(index + 1)) }
            guard sqlite3_step(statement) == SQLITE_DONE, sqlite3_reset(statement) == SQLITE_OK else {
                throw database.error
            }
        }

        /// Hands out each row as cells of these types.
        func forEach(_ types: [ColumnType], _ body: ([Cell]) throws -> Void) throws {
            while true {
                let status = sqlite3_step(statement)
                if status == SQLITE_DONE { break }
                guard status == SQLITE_ROW else { throw database.error }
                try body(types.enumerated().map { cell(Int32($0), $1) })
            }
            sqlite3_reset(statement)
        }
    }
}

extension Database {
    fileprivate var error: FileError {
        FileError(path: path, reason: "cannot be used as a database: \(String(cString: sqlite3_errmsg(handle)))")
    }
}

extension Database.Query {
    private static let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Numbers go in as they print: SQLite's REAL gives back the decimals of any number with up to fifteen digits.
    private func bind(_ cell: Cell, at index: Int32) throws {
        let status: Int32 =
            switch cell {
            case .empty: sqlite3_bind_null(statement, index)
            case .integer(let number): sqlite3_bind_int64(statement, index, Int64(number))
            case .boolean(let flag): sqlite3_bind_int64(statement, index, flag ? 1 : 0)
            case .number(let number): sqlite3_bind_double(statement, index, number.value)
            case .text, .day, .terms, .spans, .clauses: bind(cell.plain, at: index)
            }
        guard status == SQLITE_OK else { throw database.error }
    }

    private func bind(_ text: String, at index: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { utf8 in
            // An empty buffer may have no address, which SQLite would take for NULL.
            guard let address = utf8.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, nil) }
            return address.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                sqlite3_bind_text(statement, index, $0, Int32(utf8.count), Database.Query.copies)
            }
        }
    }

    private func cell(_ column: Int32, _ type: ColumnType) -> Cell {
        if sqlite3_column_type(statement, column) == SQLITE_NULL { return .empty }
        switch type {
        case .integer: return .integer(Int(sqlite3_column_int64(statement, column)))
        case .boolean: return .boolean(sqlite3_column_int64(statement, column) == 1)
        case .number: return .number(FixedPoint(sqlite3_column_double(statement, column), decimals: 6))
        case .string, .date:
            let count = Int(sqlite3_column_bytes(statement, column))
            let bytes = UnsafeBufferPointer(start: sqlite3_column_text(statement, column), count: count)
            let text = String(decoding: bytes, as: UTF8.self)
            return type == .date ? .day(Day(text)) : .text(text)
        }
    }
}
