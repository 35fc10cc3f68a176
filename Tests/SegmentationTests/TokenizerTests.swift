import Discourse
import Segmentation
import TestSupport
import Testing

struct TokenizerTests {
    /// A text, and its tokens with a bar between them.
    @Test(arguments: [
        ("Lt. Gen. Ortiz left.", "Lt.|Gen.|Ortiz|left|."),
        ("The U.S. and the U.N. agree.", "The|U.S.|and|the|U.N.|agree|."),
        ("Section No. 3 says no.", "Section|No.|3|says|no|."),
        ("J. R. Oduya, 3.5 million, 5,000 men", "J.|R.|Oduya|,|3.5|million|,|5,000|men"),
        ("They don’t know Ana's plan; we've gone", "They|do|n’t|know|Ana|'s|plan|;|we|'ve|gone"),
        ("a cease-fire by the 20-year-old", "a|cease-fire|by|the|20-year-old"),
        ("Wait... what?! Really…", "Wait|...|what|?!|Really|…"),
        (
            "See https://example.org/a?b=1, or write to ana@example.org.",
            "See|https://example.org/a?b=1|,|or|write|to|ana@example.org|."
        ),
        ("@envoy said #peace now", "@envoy|said|#peace|now"),
        ("O’Brien can’t, won't", "O’Brien|ca|n’t|,|wo|n't"),
        ("Łódź, Čapek und Владимир", "Łódź|,|Čapek|und|Владимир"),
        ("It is 5 p.m. in Rome", "It|is|5|p.m.|in|Rome"),
        ("rock--paper", "rock|--|paper"),
        ("the envoy’s “plan”", "the|envoy|’s|“|plan|”"),
        ("He and I. Then", "He|and|I.|Then"),
    ])
    func `words are cut where a reader would cut them`(text: String, expected: String) {
        let document = Document.of(text)
        #expect(document.tokens.indices.map(document.text(of:)).joined(separator: "|") == expected)
    }

    @Test func `a word has the same key in any case and with any apostrophe`() {
        let document = Document.of("CEASEFIRE Ceasefire ceasefire Élan élan O’Hara O'hara")
        let keys = document.tokens.map(\.key)
        #expect(keys[0] == keys[1] && keys[1] == keys[2] && keys[3] == keys[4] && keys[5] == keys[6])
        #expect(keys[2] == WordKey("ceasefire") && keys[0] != keys[3])
    }

    @Test(arguments: [
        ("ready", Token.Shape.lower), ("Ready", .capitalized), ("READY", .upper), ("A", .capitalized),
        ("iPhone", .mixed),
        ("Al-Masri", .capitalized), ("5", .other), ("Élan", .capitalized),
    ])
    func `the shape of a word tells its capitals`(word: String, shape: Token.Shape) {
        #expect(Document.of(word).tokens[0].shape == shape)
    }
}
