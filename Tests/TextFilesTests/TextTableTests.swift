import TextFiles
import Testing

struct TextTableTests {
    @Test func `cells go by their column, and comments and blank lines are passed over`() throws {
        let table = try TextTable(text: "# made by hand\nword\tvalue\r\n\ntruce\t1.5\r\nraid\t-2\n", path: "t.tsv")
        #expect(table.columns == ["word", "value"])
        #expect(try table.rows.map { try $0.required("word") } == ["truce", "raid"])
        #expect(try table.rows.map { try $0.number("value") } == [1.5, -2])
        #expect(table.rows.map(\.line) == [4, 5])
        #expect(table.rows[0]["source"] == nil)
    }

    @Test(arguments: [
        ("", "t.tsv: has no header row"),
        ("a\tb\n1\t2\t3\n", "t.tsv:2: has 3 cells, the header has 2"),
    ])
    func `a broken table is refused with its line`(text: String, message: String) {
        let error = #expect(throws: FileError.self) { try TextTable(text: text, path: "t.tsv") }
        #expect(error?.description == message)
    }

    @Test func `a cell that is no number is named`() throws {
        let table = try TextTable(text: "value\nmuch\n", path: "t.tsv")
        let error = #expect(throws: FileError.self) { try table.rows[0].number("value") }
        #expect(error?.description == "t.tsv:2: column 'value' holds 'much', not a number")
    }
}
