import Testing
import TextFiles

@testable import Scoring

struct LexiconTests {
    private func reason(_ rows: String) -> String? {
        do {
            _ = try Lexicon(TextTable(text: "entry\tvalue\tspread\tsource\n" + rows, path: "x.tsv"))
            return nil
        } catch { return "\(error)" }
    }

    @Test func `rows that make no sense are told with their line`() {
        #expect(reason("good\t1.9\t0.9\tvader\n") == nil)
        #expect(reason("good\tmuch\t0.9\tvader\n") == "x.tsv:2: column 'value' holds 'much', not a number")
        #expect(reason("good\t5\t0.9\tvader\n") == "x.tsv:2: value 5.0 is not in -4...4")
        #expect(reason("good\tnan\t0.9\tvader\n") == "x.tsv:2: value nan is not in -4...4")
        #expect(reason("good\t1\t-1\tvader\n") == "x.tsv:2: spread -1.0 is negative")
        #expect(reason("good\t1\t0\tvader\ngood\t2\t0\tdomain\n") == "x.tsv:3: entry 'good' is there twice")
        #expect(
            reason("war  crimes\t1\t0\tdomain\n") == "x.tsv:2: entry 'war  crimes' is not words parted by single spaces"
        )
        #expect(reason("\t1\t0\tdomain\n") == "x.tsv:2: entry '' is not words parted by single spaces")
    }

    @Test func `the project's lexicon is sorted and its parts are named`() {
        let entries = Folder.score.lexicon.entries
        #expect(entries.map(\.words) == entries.map(\.words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(Set(entries.map(\.source)).isSubset(of: ["vader", "domain", "induced"]))
        #expect(entries.count { $0.source == "domain" } >= 600)
        #expect(entries.count { $0.source == "domain" && $0.value == 0 } >= 200)
        #expect(entries.allSatisfy { $0.words == $0.words.lowercased() })
    }

    @Test func `a folder without tables is an error that names the file`() {
        #expect(throws: FileError(path: "nowhere/lexicon.tsv", reason: "cannot be read")) {
            try LexiconScorer(folder: "nowhere")
        }
    }
}
