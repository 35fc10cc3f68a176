import Foundation
import TestSupport
import Testing

/// `make demo`, and the report it leaves in the repository.
struct SampleReportTests {
    @Test func `the committed report of the samples is what the command writes, byte for byte`() async throws {
        let folder = try ScratchFolder()
        let run = try await Command.demarche(
            ["analyze", "Tests/Samples", "--output", folder.path + "/run"], in: Repository.root)
        #expect(run.status == 0 && run.errors.isEmpty)
        try SampleReportTests.areSame(folder.path + "/run", "samples")
        let compared = try await Command.demarche(
            ["compare", "Reports/samples", "--by", "outlet", "--output", folder.path + "/outlets"], in: Repository.root)
        #expect(compared.status == 0 && compared.errors.isEmpty)
        try SampleReportTests.areSame(folder.path + "/outlets", "samples-by-outlet")
        #expect(try folder.names() == ["outlets", "run"])
    }

    private static func areSame(_ written: String, _ name: String) throws {
        let written = try ScratchFolder.contents(of: written)
        let committed = try ScratchFolder.contents(of: Repository.root + "/Reports/" + name)
        #expect(written.keys.sorted() == committed.keys.sorted())
        for (file, bytes) in committed {
            #expect(written[file] == bytes, "Reports/\(name)/\(file) is not what is written now: run `make demo`")
        }
    }
}
