import Discourse
import Foundation
import Testing

@testable import Reporting

struct JSONTextTests {
    @Test func `random text comes back as it was, and stays on its line`() throws {
        var text = RandomText(seed: 2)
        for _ in 0..<3000 {
            let value = text.next()
            var json = JSONText()
            json.object { $0.member(value, .text(value)) }
            #expect(!json.bytes.contains(0x0A))
            let read = try JSONDecoder().decode([String: String].self, from: Data(json.bytes))
            #expect(
                read.map { [Array($0.key.utf8), Array($0.value.utf8)] } == [[Array(value.utf8), Array(value.utf8)]])
        }
    }

    @Test func `keys keep their order and numbers their decimals`() {
        var json = JSONText()
        json.object {
            $0.member("z", .score(0.5))
            $0.member("a", .margin(units: -1))
            $0.member("t", .terms([TermWeight(term: "x", weight: 1)]))
            $0.member("s", .spans([1..<3]))
            $0.member("n", .empty)
        }
        let expected = #"{"z":0.5000,"a":-0.000001,"t":[{"term":"x","weight":0.000001}],"s":[[1,3]],"n":null}"#
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test func `laying out over lines changes nothing but white space`() throws {
        let compact = Array(#"{"a":[],"b":{},"c":[1,{"d":"x, \"y\": {"}],"e":"\\"}"#.utf8)
        let expected = #"""
            {
              "a": [],
              "b": {},
              "c": [
                1,
                {
                  "d": "x, \"y\": {"
                }
              ],
              "e": "\\"
            }
            """#
        let indented = JSONText.indented(compact)
        #expect(String(decoding: indented, as: UTF8.self) == expected)
        #expect(try JSONSerialization.jsonObject(with: Data(indented)) is [String: Any])
    }
}
