import Testing

@testable import LinearModels

struct WordScannerTests {
    private func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var (scanner, words) = (WordScanner(), [String]())
        while scanner.next(bytes.span) { words.append(String(decoding: scanner.word, as: UTF8.self)) }
        return words
    }

    @Test(arguments: [
        ("The truce held.", "the truce held ."), ("Don’t stop, Zoë!", "don ’ t stop , zoe !"),
        ("ÉLAN Šibenik", "elan sibenik"), ("50%-off", "50 % - off"), ("  ", ""),
        ("#PeaceNow PeaceNow", "# peace now peacenow"), ("#UN talks", "# un talks"), ("a", "a"), (".", "."),
        ("peace…now", "peace … now"), ("no\u{a0}break", "no break"), ("Київ", "Київ"), ("“Yes”", "“ yes ”"),
    ])
    func `words lose case and accents, marks stand alone`(text: String, expected: String) {
        #expect(words(text) == expected.split(separator: " ").map(String.init))
    }

    @Test func `a range holds the word in the text as it was`() {
        let text = "Zoë’s plan: HALT"
        let bytes = Array(text.utf8)
        var (scanner, pieces) = (WordScanner(), [String]())
        while scanner.next(bytes.span) { pieces.append(String(decoding: bytes[scanner.range], as: UTF8.self)) }
        #expect(pieces == ["Zoë", "’", "s", "plan", ":", "HALT"])
    }

    @Test func `bytes that are no text end`() {
        let bytes: [UInt8] = [0xe2, 0x80, 0x41, 0xff, 0xc3]
        var (scanner, count) = (WordScanner(), 0)
        while scanner.next(bytes.span) { count += 1 }
        #expect(count > 0 && count <= 5)
    }
}
