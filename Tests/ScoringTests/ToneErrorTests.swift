import Discourse
import TestSupport
import Testing

@testable import Scoring

struct ToneErrorTests {
    private func entry(_ words: String) -> Lexicon.Entry { Folder.score.lexicon.entries.first { $0.words == words }! }

    @Test func `errors of different entries add up in squares, and those of one entry plainly`() throws {
        let (good, bad) = (entry("good"), entry("bad"))
        var error = ToneError()
        error.add(good, index: 1, factor: 1)
        error.add(bad, index: 2, factor: -0.5)
        error.add(good, index: 1, factor: 2)
        let expected = (9 * good.error * good.error + 0.25 * bad.error * bad.error).squareRoot()
        #expect(abs(try #require(error.deviation) - expected) < 1e-12)
    }

    @Test func `the mean of ten ratings is surer than one judgement`() {
        #expect(abs(entry("good").error - entry("good").spread / 10.0.squareRoot()) < 1e-12)
        let domain = Folder.score.lexicon.entries.first { $0.source == "domain" && $0.value != 0 }!
        #expect(domain.error == domain.spread)
    }

    @Test func `the interval is that of the sum, 1.96 standard errors to either side`() throws {
        let valence = Folder.valence("They called it a terrible mistake.")
        let error = [entry("terrible"), entry("mistake")].reduce(0) { $0 + $1.error * $1.error }.squareRoot()
        let interval = try #require(valence.interval)
        func compound(_ points: Double) -> Double { points / (points * points + 1.5 * 6).squareRoot() }
        #expect(abs(interval.lowerBound - compound(-3.5 - 1.96 * error)) < 1e-6)
        #expect(abs(interval.upperBound - compound(-3.5 + 1.96 * error)) < 1e-6)
        #expect(interval.contains(valence.compound))
    }

    @Test func `no word, no interval`() {
        #expect(Folder.valence("The delegations met at noon in the hotel.").interval == nil)
        #expect(Folder.score([]).interval == nil)
    }

    @Test func `the compound alone is that of the trace, and lies in its interval`() {
        for sentence in ToneSentences.all {
            let document = Document.of(sentence.text)
            let valence = Folder.score([document.whole])
            #expect(Folder.score.compound([document.whole]) == valence.compound)
            if let interval = valence.interval { #expect(interval.contains(valence.compound)) }
        }
    }
}
