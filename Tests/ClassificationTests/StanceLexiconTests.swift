import Discourse
import TestSupport
import TextFiles
import Testing

@testable import Classification

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct StanceLexiconTests {
    /// The names of the composed features of a text that is all content.
    private func names(_ text: String, _ families: Set<FeatureRow.Family>) throws -> [String] {
        let features = StanceFeatures(lexicon: try Repository.lexicon.get(), vectors: nil)
        let statement = Statement.marked("[Q|" + text + "]")
        var (reading, row) = (StatementReading(), FeatureRow(denseColumns: features.denseNames.count))
        features(statement, reading: &reading, row: &row)
        return row.occurrences.filter { families.contains($0.family) }
            .map { features.name(of: $0, in: statement.document) }
    }

    @Test func `each rule finds its own example`() throws {
        let table = try TextTable(path: Repository.lexiconFolder + "/rules.tsv")
        #expect(table.rows.count > 80)
        for row in table.rows {
            let (name, example) = (try row.required("name"), try row.required("example"))
            #expect(try names(example, [.rule]).contains("rule: " + name), "\(name): \(example)")
        }
    }

    @Test(arguments: [
        ("The minister did not rule out talks.", "rule: not-reject-talks"),
        ("The army refused to halt the offensive.", "rule: end-war turned round"),
        ("He never refused to end the siege.", "rule: end-war"),
        ("She regrets nothing, but they walked out of the negotiations.", "rule: quit-talks"),
    ])
    func `polarity is composed over operators and negators`(text: String, rule: String) throws {
        #expect(try names(text, [.rule]).contains(rule))
    }

    @Test func `a new clause ends what an operator governs`() throws {
        #expect(
            try names("He rejected the offer, but the talks went on.", [.rule]).contains("rule: reject-talks") == false)
        #expect(try names("He rejected it. Talks went on.", [.rule]).contains("rule: reject-talks") == false)
    }

    @Test func `a judgement is laid to its target`() throws {
        #expect(try names("The truce is a trap", [.judged]).contains("judged: truce < bad"))
        #expect(try names("useless talks", [.judged]).contains("judged: bad > talks"))
        #expect(try names("The truce is not a mistake", [.judged]).contains("judged: truce < not bad"))
    }

    @Test(arguments: [
        ("terms.tsv", "term\tclass\tforms\nfoo\tnowhere\tfoo", ":2: names no class of classes.tsv: 'nowhere'"),
        (
            "rules.tsv", "name\toperator\tnegated\ttarget\tpolarity\nx\treject\tno\ttalks\t2",
            ":2: has a polarity beyond ±1"
        ),
        (
            "rules.tsv", "name\toperator\tnegated\ttarget\tpolarity\nx\treject\tmaybe\ttalks\t1",
            ":2: column 'negated' is yes or no"
        ),
        (
            "rules.tsv",
            "name\toperator\tnegated\ttarget\tpolarity\nx\treject\tno\ttalks\t1\ny\treject\tno\ttalks\t1",
            ":3: is a second rule for the same operator and target"
        ),
    ])
    func `a row that makes no sense is named with its line`(file: String, text: String, error: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stance-lexicon-\(UUID())")
        try FileManager.default.copyItem(at: URL(filePath: Repository.lexiconFolder), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path() + "/" + file
        try Data(text.utf8).write(to: URL(filePath: path))
        let thrown = #expect(throws: FileError.self) { try StanceLexicon(folder: folder.path()) }
        #expect(thrown?.description == path + error)
    }

    @Test func `the fingerprint changes with any cell`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stance-lexicon-\(UUID())")
        try FileManager.default.copyItem(at: URL(filePath: Repository.lexiconFolder), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let whole = try Repository.lexicon.get().fingerprint
        #expect(try StanceLexicon(folder: folder.path()).fingerprint == whole)
        let terms = URL(filePath: folder.path() + "/terms.tsv")
        try Data(
            String(decoding: Data(contentsOf: terms), as: UTF8.self).replacing("rejected,", with: "rejectid,").utf8
        )
        .write(to: terms)
        #expect(try StanceLexicon(folder: folder.path()).fingerprint != whole)
    }

    @Test func `a form stands once in a class`() throws {
        let table = try TextTable(path: Repository.lexiconFolder + "/terms.tsv")
        var seen: Set<String> = []
        for row in table.rows {
            for form in try row.required("forms").split(separator: ",") {
                let entry = "\(form.drop { $0 == " " }) as \(try row.required("class"))"
                #expect(seen.insert(entry).inserted, "\(entry) stands twice")
            }
        }
    }
}
