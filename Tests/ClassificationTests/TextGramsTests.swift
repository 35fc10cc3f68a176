import Testing

@testable import Classification

struct TextGramsTests {
    private func names(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var reader = TextGrams()
        reader.read(bytes.span)
        return reader.grams.map { gram in
            var name: [UInt8] = []
            reader.appendName(of: gram, to: &name)
            return String(decoding: name, as: UTF8.self)
        }
    }

    /// The same by characters and strings, slowly.
    private func plain(_ text: String) -> Set<String> {
        var names: Set<String> = []
        for part in text.lowercased().split(separator: " ") {
            let padded = Array("_" + part + "_")
            for size in 3...5 where padded.count >= size {
                for start in 0...padded.count - size { names.insert("c:" + String(padded[start..<start + size])) }
            }
        }
        return names
    }

    @Test(arguments: [
        "Peace talks resume today", "a", "to be", "Zoë naïve — “yes”", "don't stop!!", "  spaced   out  ",
    ])
    func `runs of characters are those of a plain loop`(text: String) {
        #expect(Set(names(text).filter { $0.hasPrefix("c:") }) == plain(text))
    }

    @Test func `words come alone and in pairs, tags also in parts`() {
        let found = names("We want #PeaceNow, don't we?!").filter { !$0.hasPrefix("c:") }
        #expect(
            found == [
                "w:we", "w:want", "p:we want", "w:#peacenow", "p:want #peacenow", "w:,", "p:#peacenow,", "w:don't",
                "p:, don't", "w:we", "p:don't we", "w:?!", "p:we?!", "h:peace", "h:now",
            ])
    }

    @Test func `a pair has one key whatever spaces lie between`() {
        func keys(_ text: String) -> [UInt64] {
            let bytes = Array(text.utf8)
            var reader = TextGrams()
            reader.read(bytes.span)
            return reader.grams.filter { $0.kind == .pair }.map(\.key)
        }
        #expect(keys("peace talks") == keys("Peace \t talks"))
        #expect(keys("peace talks") != keys("talks peace"))
    }

    @Test func `an empty text has none`() { #expect(names("").isEmpty && names(" \n").isEmpty) }
}
