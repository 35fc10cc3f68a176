import Foundation
import TestSupport
import Testing

/// The same articles and settings give the same bytes.
struct ReproducibilityTests {
    @Test func `one thread, eight threads and shuffled paths write the same bytes`() async throws {
        let first = try await SampleRun.whole.value.contents()
        var dice = SplitMix64(seed: 3)
        let names = try FileManager.default.contentsOfDirectory(atPath: Repository.samples).sorted()
        // Named one by one an article has another id than in a folder, so the paths are compared with one another.
        let paths = names.map { "Tests/Samples/" + $0 }
        let named = try await SampleRun(threads: 1, inputs: paths).contents()
        let shuffled = try await SampleRun(threads: 8, inputs: paths.shuffled(using: &dice)).contents()
        let eight = try await SampleRun(threads: 8).contents()
        for (name, bytes) in first { #expect(eight[name] == bytes, "\(name) depends on the number of threads") }
        for (name, bytes) in named { #expect(shuffled[name] == bytes, "\(name) depends on the order of the paths") }
        #expect(eight.keys == first.keys && shuffled.keys == named.keys)
    }

    @Test func `the committed tables of the samples are those of the library`() async throws {
        let run = try await SampleRun.whole.value.contents()
        let committed = try ScratchFolder.contents(of: Repository.sampleReport)
        #expect(committed.keys.sorted() == run.keys.sorted())
        // The manifest and the page name the models' hashes, which the command adds; its own test compares them.
        for name in run.keys where name.hasSuffix(".csv") || name.hasSuffix("s.json") || name.hasSuffix(".jsonl") {
            #expect(run[name] == committed[name], "\(name) is not what is committed: run `make demo`")
        }
    }
}
