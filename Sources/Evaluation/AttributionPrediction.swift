#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Discourse

/// The attributions of an article in the form that gold files have.
public enum AttributionPrediction {
    /// One line of JSON, without its line feed: id and attributions, offsets in code points, no text.
    ///
    ///     {"attributions":[{"content":[[12,30]],"cue":[[4,8]],"source":[[0,3]]}],"id":"harbour-1"}
    public static func jsonLine(id: String, text: String, _ attributions: [AttributionSpans]) -> String {
        let points = CodePoints(utf8: Array(text.utf8))
        func offsets(_ ranges: [Range<Int>]) -> [[Int]] {
            ranges.map { points[bytes: $0] }.map { [$0.lowerBound, $0.upperBound] }
        }
        let line = Line(
            attributions: attributions.map {
                Line.Attribution(content: offsets($0.content), cue: offsets($0.cue), source: offsets($0.source))
            }, id: id)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Strings and whole numbers are always encodable.
        return String(decoding: try! encoder.encode(line), as: UTF8.self)
    }

    private struct Line: Encodable {
        let attributions: [Attribution]
        let id: String

        struct Attribution: Encodable {
            let content: [[Int]]
            let cue: [[Int]]
            let source: [[Int]]
        }
    }
}
