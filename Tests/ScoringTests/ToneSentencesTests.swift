import Testing

struct ToneSentencesTests {
    /// The sign of the compound, with VADER's cut of 0.05 for neutral.
    private func sign(_ compound: Double) -> Int { compound >= 0.05 ? 1 : compound <= -0.05 ? -1 : 0 }

    @Test func `tone is heard right in at least 85 of 100 sentences where it is not the stance`() {
        let wrong = ToneSentences.all.filter { sign(Folder.valence($0.text).compound) != $0.tone }
        #expect(ToneSentences.all.count >= 120)
        #expect(
            wrong.count * 100 <= ToneSentences.all.count * 15,
            "\(wrong.count) of \(ToneSentences.all.count) wrong: \(wrong.map(\.text))")
    }
}
