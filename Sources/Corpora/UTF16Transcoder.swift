/// Turns UTF-16 into UTF-8 block by block.
struct UTF16Transcoder {
    let isBigEndian: Bool
    /// How many unpaired surrogates and half units became U+FFFD.
    private(set) var replacements = 0
    private var oddByte: UInt8?
    private var highSurrogate: UInt32?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    struct Encoding {
        let isBigEndian: Bool
        let hasMark: Bool

        /// Tells UTF-16 by its mark, or by the zero in every other byte that Latin text has.
        init?(start: [UInt8]) {
            if start.starts(with: [0xFF, 0xFE]) {
                (isBigEndian, hasMark) = (false, true)
            } else if start.starts(with: [0xFE, 0xFF]) {
                (isBigEndian, hasMark) = (true, true)
            } else {
                let sample = start.prefix(4096)
                let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
                let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
                let units = sample.count / 2
                // Punctuation beyond ASCII takes a few zeros away; a few stray ones are no other text.
                guard units > 1, max(even, odd) * 10 >= units * 7, min(even, odd) * 50 <= units else { return nil }
                (isBigEndian, hasMark) = (even > odd, false)
            }
        }
    }

    mutating func callAsFunction(_ block: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(block.count)
        for byte in block {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            add(isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first), to: &output)
        }
        return output
    }

    /// What is left when the text ends in the middle of a character.
    mutating func finish() -> [UInt8] {
        var output: [UInt8] = []
        if highSurrogate != nil { replace(in: &output) }
        if oddByte != nil { replace(in: &output) }
        (highSurrogate, oddByte) = (nil, nil)
        return output
    }

    private mutating func add(_ unit: UInt32, to output: inout [UInt8]) {
        if let high = highSurrogate {
            highSurrogate = nil
            if unit & 0xFC00 == 0xDC00 {
                append(0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF, to: &output)
                return
            }
            replace(in: &output)
        }
        switch unit {
        case 0xD800...0xDBFF: highSurrogate = unit
        case 0xDC00...0xDFFF: replace(in: &output)
        default: append(unit, to: &output)
        }
    }

    private mutating func replace(in output: inout [UInt8]) {
        replacements += 1
        append(0xFFFD, to: &output)
    }

    private func append(_ value: UInt32, to output: inout [UInt8]) {
        output.append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}").unsafelyUnwrapped)
    }
}
