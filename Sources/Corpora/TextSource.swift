import Discourse

/// The text of a source as blocks of bytes that ASCII can be told in: the byte order mark is
/// taken off and UTF-16 turned into UTF-8; bytes of other encodings pass as they are.
final class TextSource {
    var path: String { bytes.path }
    /// What was mended so far.
    private(set) var repairs = Article.Repairs()
    private let bytes: ByteSource
    private var transcoder: UTF16Transcoder?
    private var first: [UInt8]?

    /// Reads the beginning of the source, to see what it is.
    ///
    /// - Throws: `Problem`: unreadable, empty, not text.
    init(_ bytes: ByteSource) throws(Problem) {
        self.bytes = bytes
        var start = try TextSource.beginning(of: bytes)
        if start.isEmpty { throw Problem(.empty, path: bytes.path) }
        if start.starts(with: [0xEF, 0xBB, 0xBF]) {
            repairs.byteOrderMark = true
            start.removeFirst(3)
        } else if let encoding = UTF16Transcoder.Encoding(start: start) {
            repairs.byteOrderMark = encoding.hasMark
            repairs.transcodedFrom = encoding.isBigEndian ? "utf-16be" : "utf-16le"
            if encoding.hasMark { start.removeFirst(2) }
            transcoder = UTF16Transcoder(isBigEndian: encoding.isBigEndian)
            start = transcode(start)
        }
        if Bytes.lookBinary(start.span) { throw Problem(.notText, path: bytes.path) }
        first = start
    }

    /// The first bytes without white space in front; empty when there are none in the first block.
    var opening: ArraySlice<UInt8> { (first ?? []).drop { Bytes.isSpace($0) } }

    /// The next block; nil at the end.
    func next() throws(Problem) -> [UInt8]? {
        if let block = first {
            first = nil
            if !block.isEmpty { return block }
        }
        while true {
            let block = try bytes.next()
            if block.isEmpty { return finishTranscoding() }
            let text = transcoder == nil ? block : transcode(block)
            if !text.isEmpty { return text }
        }
    }

    /// All that is left.
    ///
    /// - Throws: `Problem`: too large, not text, or what `next` throws.
    func readAll(limit: Int) throws(Problem) -> [UInt8] {
        var all: [UInt8] = []
        while let block = try next() {
            guard all.count + block.count <= limit else {
                throw Problem(.tooLarge, path: path, detail: "\(limit) bytes")
            }
            all += block
        }
        if all.isEmpty { throw Problem(.empty, path: path) }
        if Bytes.lookBinary(all.span) { throw Problem(.notText, path: path) }
        return all
    }

    private func transcode(_ block: [UInt8]) -> [UInt8] {
        let text = transcoder!(block)
        repairs.replacedSequences = transcoder!.replacements
        return text
    }

    private func finishTranscoding() -> [UInt8]? {
        guard let rest = transcoder?.finish(), !rest.isEmpty else { return nil }
        repairs.replacedSequences = transcoder!.replacements
        return rest
    }

    /// At least four bytes, where there are as many: enough for any mark. Not more are waited for, so
    /// that a pipe that sends one article and waits is answered.
    private static func beginning(of bytes: ByteSource) throws(Problem) -> [UInt8] {
        var start: [UInt8] = []
        while start.count < 4 {
            let block = try bytes.next()
            if block.isEmpty { break }
            start += block
        }
        return start
    }
}
