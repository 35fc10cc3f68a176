/// SHA-256 as FIPS 180-4 defines it, fed piece by piece.
///
///     SHA256.hex(of: Array("abc".utf8))   // "ba7816bf…f20015ad"
public struct SHA256 {
    private var state = SHA256.roots(of: { $0.squareRoot() }, count: 8)
    /// Bytes that do not fill a block of 64 yet.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0

    public init() {}

    /// Takes the next bytes in.
    public mutating func update(_ bytes: [UInt8]) {
        length &+= UInt64(bytes.count)
        var position = 0
        if !rest.isEmpty {
            position = min(64 - rest.count, bytes.count)
            rest += bytes[..<position]
            guard rest.count == 64 else { return }
            let block = rest
            rest.removeAll(keepingCapacity: true)
            compress(block.span, at: 0)
        }
        while bytes.count - position >= 64 {
            compress(bytes.span, at: position)
            position += 64
        }
        rest += bytes[position...]
    }

    /// - Returns: 32 bytes.
    func digest() -> [UInt8] {
        var padded = self
        let zeros = (119 - rest.count) % 64
        padded.update([0x80] + [UInt8](repeating: 0, count: zeros) + SHA256.bigEndian(length &* 8))
        return padded.state.flatMap(SHA256.bigEndian)
    }

    /// The digest in 64 hexadecimal digits.
    public var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    static func hex(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hex
    }

    static func digest(of bytes: [UInt8]) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.digest()
    }

    private static func bigEndian(_ word: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: word.bigEndian) { Array($0) }
    }
}

extension SHA256 {
    /// Section 6.2.2 of the standard, steps 1 to 4.
    private mutating func compress(_ bytes: Span<UInt8>, at position: Int) {
        let schedule = SHA256.schedule(bytes, at: position)
        let constants = SHA256.constants.span
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for round in 0..<64 {
            let sum1 = SHA256.rotate(e, 6) ^ SHA256.rotate(e, 11) ^ SHA256.rotate(e, 25)
            let choice = (e & f) ^ (~e & g)
            let first = h &+ sum1 &+ choice &+ constants[round] &+ schedule[round]
            let sum0 = SHA256.rotate(a, 2) ^ SHA256.rotate(a, 13) ^ SHA256.rotate(a, 22)
            let majority = (a & b) ^ (a & c) ^ (b & c)
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
        }
        (state[0], state[1], state[2], state[3]) = (state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d)
        (state[4], state[5], state[6], state[7]) = (state[4] &+ e, state[5] &+ f, state[6] &+ g, state[7] &+ h)
    }

    private static func schedule(_ bytes: Span<UInt8>, at position: Int) -> InlineArray<64, UInt32> {
        var words = InlineArray<64, UInt32>(repeating: 0)
        for index in 0..<16 {
            let start = position + index * 4
            let high = UInt32(bytes[start]) &<< 24 | UInt32(bytes[start + 1]) &<< 16
            words[index] = high | UInt32(bytes[start + 2]) &<< 8 | UInt32(bytes[start + 3])
        }
        for index in 16..<64 {
            let (w15, w2) = (words[index - 15], words[index - 2])
            let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 &>> 3
            let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 &>> 10
            words[index] = words[index - 16] &+ sigma0 &+ words[index - 7] &+ sigma1
        }
        return words
    }

    /// - Parameter count: 1...31, so that shifts need no checks; a debug build spent half its start in them.
    @inline(__always) private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }

    /// The first 32 bits of the fractions of the cube roots of the first 64 primes (section 4.2.2).
    private static let constants = roots(of: cubeRoot, count: 64)

    private static func roots(of root: (Double) -> Double, count: Int) -> [UInt32] {
        primes(count).map { prime in
            let value = root(Double(prime))
            return UInt32((value - value.rounded(.down)) * 4_294_967_296)
        }
    }

    /// By Newton's method; exact to the last bits of a `Double`, of which 32 after the point are used.
    private static func cubeRoot(_ value: Double) -> Double {
        (0..<60).reduce(value / 2 + 1) { root, _ in root - (root * root * root - value) / (3 * root * root) }
    }

    private static func primes(_ count: Int) -> [Int] {
        var primes: [Int] = []
        var candidate = 2
        while primes.count < count {
            if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
            candidate += 1
        }
        return primes
    }
}
