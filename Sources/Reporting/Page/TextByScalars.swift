/// A text whose bytes are found by offsets in Unicode code points, as the tables count them.
struct TextByScalars {
    private let utf8: [UInt8]
    /// The first byte of each code point, and the end.
    private let starts: [Int]
    /// Lines that hold more than white space, as ranges of code points.
    let paragraphs: [Range<Int>]

    init(_ text: String) {
        utf8 = Array(text.utf8)
        var (starts, byte) = ([Int](), 0)
        var (paragraphs, line, isBlank) = ([Range<Int>](), 0, true)
        func endLine() { if !isBlank { paragraphs.append(line..<starts.count) } }
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" {
                endLine()
                (line, isBlank) = (starts.count + 1, true)
            } else if isBlank {
                isBlank = scalar.properties.isWhitespace
            }
            starts.append(byte)
            byte += UTF8.width(scalar)
        }
        endLine()
        (self.starts, self.paragraphs) = (starts + [byte], paragraphs)
    }

    func bytes(_ span: Range<Int>) -> ArraySlice<UInt8> { utf8[starts[span.lowerBound]..<starts[span.upperBound]] }
}
