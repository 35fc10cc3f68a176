import Discourse
import Segmentation

/// Text with spans drawn into it: `"[S|The minister] [C|said] the plan [Q|would fail]."`.
///
/// A label is any word before the bar; spans may be nested. Square brackets with no bar are text.
public struct MarkedText {
    public let text: String
    /// Half-open byte ranges into `text`, by label, in order of their starts.
    public let spans: [(label: String, bytes: Range<Int>)]

    public init(_ marked: String) {
        var text: [UInt8] = []
        var open: [(label: String, start: Int)] = []
        var spans: [(label: String, bytes: Range<Int>)] = []
        let bytes = Array(marked.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "["), let bar = MarkedText.bar(in: bytes, from: index + 1) {
                open.append((String(decoding: bytes[index + 1..<bar], as: UTF8.self), text.count))
                index = bar + 1
            } else if bytes[index] == UInt8(ascii: "]"), let last = open.popLast() {
                spans.append((last.label, last.start..<text.count))
                index += 1
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        precondition(open.isEmpty, "an open span in \(marked)")
        self.text = String(decoding: text, as: UTF8.self)
        self.spans = spans.sorted {
            ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound)
        }
    }

    private static func bar(in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count, (bytes[index] | 0x20) &- 0x61 < 26 { index += 1 }
        return index > start && index < bytes.count && bytes[index] == UInt8(ascii: "|") ? index : nil
    }

    public subscript(label: String) -> [Range<Int>] { spans.filter { $0.label == label }.map(\.bytes) }

    /// The segmented text.
    public var document: Document { Segmenter()(Article(id: "test", text: text)) }
}

extension Document {
    /// A document of this text alone.
    public static func of(_ text: String, id: String = "test") -> Document { Segmenter()(Article(id: id, text: text)) }
}
