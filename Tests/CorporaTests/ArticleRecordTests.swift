import Corpora
import Discourse
import Testing

struct ArticleRecordTests {
    @Test func `all fields are read, and others passed over`() {
        let line =
            #"{"id":"h7","title":"Talks","outlet":"Harbour Post","url":"https://harbour.example/7","published":"2026-03-01","language":"en","text":"The envoy came.","tags":["a"],"n":1.5}"#
        let article = read("a.jsonl", line).first
        #expect(article.id == "h7")
        #expect(article.title == "Talks")
        #expect(article.outlet == "Harbour Post")
        #expect(article.url == "https://harbour.example/7")
        #expect(article.published == Day(year: 2026, month: 3, day: 1))
        #expect(article.language == "en")
        #expect(article.text == "The envoy came.")
    }

    @Test(arguments: [
        #"{"text":"x","source":"Harbour Post","date":"2026-03-01"}"#,
        #"{"text":"x","site":"Harbour Post","date":"2026-03-01T10:00:00Z"}"#,
        #"{"text":"x","source":{"id":null,"name":"Harbour Post"},"published":"March 1, 2026"}"#,
        #"{"text":"x","outlet":null,"source":"Harbour Post","published":null,"date":"1 Mar 2026"}"#,
    ])
    func `fields have other names`(_ line: String) {
        let article = read("a.jsonl", line).first
        #expect(article.outlet == "Harbour Post")
        #expect(article.published == Day(year: 2026, month: 3, day: 1))
    }

    @Test(arguments: [
        (#"{"id":7,"text":"x"}"#, "7"), (#"{"id":"","text":"x"}"#, "a:1"), (#"{"id":" a\tb\n","text":"x"}"#, "a b"),
        (#"{"id":null,"text":"x"}"#, "a:1"), (#"{"text":"x"}"#, "a:1"),
    ])
    func `an id can stand in a table`(_ line: String, _ id: String) { #expect(read("a.jsonl", line).ids == [id]) }

    @Test func `an array of articles numbers its bad records`() {
        let reading = read("a.json", "[{\"text\":\"One.\"},7,{},{\"id\":\"b\",\"text\":\"Two.\"}]")
        #expect(reading.ids == ["a:1", "b"])
        #expect(
            reading.reasons == ["is not a JSON object: record 2", "has no field 'text' that holds a string: record 3"])
        #expect(read("a.json", "{\"text\":\"One.\"}").ids == ["a"])
        let lines = read("a.json", "{\"text\":\"One.\"}\n\n{}\n{\"text\":\"Two.\"}\n")
        #expect(lines.ids == ["a:1", "a:4"])
        #expect(lines.errors.map(\.line) == [3])
    }

    @Test func `lines are the same whatever their length and the place of blocks`() {
        var dice = Dice(state: 2)
        let texts = (0..<40).map { _ in String(repeating: "wörd ", count: Int.random(in: 1...4000, using: &dice)) + "."
        }
        let content = texts.map { "{\"text\":\"\($0)\"}" }.joined(separator: "\n")
        #expect(read("a.jsonl", content).articles.map(\.text) == texts)
        #expect(read("a.jsonl.gz", gzipped(Array(content.utf8))).articles.map(\.text) == texts)
        #expect(
            read("a.csv", "text,id\n" + texts.map { "\"\($0)\"," }.joined(separator: "\n")).articles.map(\.text)
                == texts)
    }
}
