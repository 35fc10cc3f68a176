import CZlib

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A large part of the page, packed in the way of zlib and written in base 64 into a block of data that the script
/// puts in its place when the page opens.
///
/// Statements and articles repeat the same markup thousands of times; packed they are a fifth of their size. Small
/// parts stay as they are, so that a small page reads without a script.
struct PackedPart {
    /// Parts of more bytes are packed.
    static let limit = 1_000_000

    let markup: [UInt8]

    func write(to html: inout HTML) {
        guard markup.count > PackedPart.limit else { return html.markup(markup) }
        html.element("div", ["id": "unpacked"]) {
            $0.element("noscript") {
                $0.element(
                    "p", ["class": "note"],
                    text:
                        "The statements and articles of this page are packed, and a script unpacks them. statements.csv and articles.jsonl have them all."
                )
            }
        }
        html.element("script", ["type": "text/plain", "id": "packed"]) {
            $0.markup(Array(Data(PackedPart.packed(markup)).base64EncodedString().utf8))
        }
        html.line()
    }

    /// In the format of RFC 1950, which browsers call `deflate`.
    static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var count = compressBound(uLong(bytes.count))
        return [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, written in
            let status = compress2(buffer.baseAddress, &count, bytes, uLong(bytes.count), 9)
            precondition(status == Z_OK, "a buffer of the bound's size holds any packed text")
            written = Int(count)
        }
    }
}
