import Foundation
import Testing

@testable import Reporting

struct JSONReaderTests {
    @Test func `random text is read as Foundation reads it`() throws {
        var text = RandomText(seed: 8)
        for round in 0..<2000 {
            let value = text.next()
            let encoder = JSONEncoder()
            encoder.outputFormatting = round % 2 == 0 ? [] : [.withoutEscapingSlashes, .prettyPrinted]
            let bytes = try encoder.encode([value: [value]])
            var json = JSONReader(Array(bytes))
            var read: [[UInt8]] = []
            try json.object { json, name in
                read.append(Array(name.utf8))
                read += try json.array { Array(try $0.text().utf8) }
            }
            try json.end()
            #expect(read == [Array(value.utf8), Array(value.utf8)])
        }
    }

    @Test(arguments: [
        ("0.1234", 1234), ("-0.5", -5000), ("1", 10_000), ("12.34567", 123_457), ("-12.34567", -123_457), ("1e-2", 100),
        ("0.00004", 0), ("123456789.125", 1_234_567_891_250),
    ])
    func `numbers come in units of their last decimal`(text: String, units: Int) throws {
        var json = JSONReader(Array(" \(text) ".utf8))
        #expect(try json.units(decimals: 4) == units)
        try json.end()
    }

    @Test func `escapes stand for what they name`() throws {
        var json = JSONReader(Array(#""\"\\\/\b\f\n\r\té🕊""#.utf8))
        #expect(try json.text() == "\"\\/\u{8}\u{C}\n\r\té🕊")
    }

    @Test(arguments: [
        "", "{", "{\"a\"}", "{\"a\":1,}", "{\"a\":}", "{a:1}", "[1 2]", "{\"a\":1}}", "\"a", "\"\\x\"", "\"\\u12\"",
        "\"\\ud83d\"", "tru", "nul", "\"a\nb\"", "{\"a\":--}",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(throws: JSONReader.Problem.self) {
            var json = JSONReader(Array(text.utf8))
            try json.object { json, _ in _ = try json.units(decimals: 2) }
            try json.end()
        }
    }

    @Test func `text that is no UTF-8 is refused`() {
        var json = JSONReader(Array("\"a".utf8) + [0xC3] + Array("\"".utf8))
        #expect(throws: JSONReader.Problem.self) { try json.text() }
    }

    @Test func `values of any kind are passed over`() throws {
        var json = JSONReader(Array(#"{"a":{"b":[1,{"c":null}],"d":"}"},"e":true,"f":[],"g":-1.5e3,"h":7}"#.utf8))
        var seven: Int?
        try json.object { json, name in if name == "h" { seven = try json.integer() } else { try json.skip() } }
        try json.end()
        #expect(seven == 7)
    }
}
