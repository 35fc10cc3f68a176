/// SHA-256 as FIPS 180-4 defines it, fed piece by piece.
///
///     SHA256.hex(of: Array("abc".utf8))   // "ba7816bf…f20015ad"
public struct SHA256 {
    private var state = SHA256.start
    /// Bytes that do not fill a block of 64 yet.
    private var rest: [UInt8] = []
    private var length: UInt64 = 0

    public init() {}

    /// Takes the next bytes in.
    public mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

    /// Takes the next bytes in.
    public mutating func update(_ bytes: Span<UInt8>) {
        length &+= UInt64(bytes.count)
        var position = 0
        if !rest.isEmpty {
            position = min(64 - rest.count, bytes.count)
            keep(bytes.extracting(..<position))
            guard rest.count == 64 else { return }
            let block = rest
            rest.removeAll(keepingCapacity: true)
            compress(block.span, at: 0)
        }
        while bytes.count - position >= 64 {
            compress(bytes, at: position)
            position += 64
        }
        keep(bytes.extracting(position...))
    }

    private mutating func keep(_ bytes: Span<UInt8>) {
        for index in bytes.indices { rest.append(bytes[index]) }
    }

    /// - Returns: 32 bytes.
    func digest() -> [UInt8] {
        var padded = self
        let zeros = (119 - rest.count) % 64
        padded.update([0x80] + [UInt8](repeating: 0, count: zeros) + SHA256.bigEndian(length &* 8))
        return (0..<8).flatMap { SHA256.bigEndian(padded.state[$0]) }
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
    ///
    /// Sixteen rounds at a time, written out so that the words of the schedule and the eight working
    /// variables stay in registers: the schedule is a ring of sixteen words, each replaced after its use.
    private mutating func compress(_ bytes: Span<UInt8>, at position: Int) {
        var words = Words(repeating: 0)
        for index in 0..<16 {
            words[index] =
                bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position + index * 4, as: UInt32.self).bigEndian
        }
        var variables = Variables(state)
        for sixteen in 0..<4 {
            if sixteen > 0 { SHA256.extend(&words) }
            variables.rounds(words, SHA256.constants[sixteen])
        }
        variables.add(to: &state)
    }

    private typealias Words = InlineArray<16, UInt32>

    /// The next sixteen words of the message schedule.
    @inline(__always) private static func extend(_ words: inout Words) {
        extend(&words, 0)
        extend(&words, 1)
        extend(&words, 2)
        extend(&words, 3)
        extend(&words, 4)
        extend(&words, 5)
        extend(&words, 6)
        extend(&words, 7)
        extend(&words, 8)
        extend(&words, 9)
        extend(&words, 10)
        extend(&words, 11)
        extend(&words, 12)
        extend(&words, 13)
        extend(&words, 14)
        extend(&words, 15)
    }

    /// Replaces the word of 16 steps before; those of 15, 7 and 2 steps before stand behind it in the ring.
    @inline(__always) private static func extend(_ words: inout Words, _ index: Int) {
        let (w15, w2) = (words[(index + 1) & 15], words[(index + 14) & 15])
        let sigma0 = rotate(w15, 7) ^ rotate(w15, 18) ^ w15 >> 3
        let sigma1 = rotate(w2, 17) ^ rotate(w2, 19) ^ w2 >> 10
        words[index] = words[index] &+ sigma0 &+ words[(index + 9) & 15] &+ sigma1
    }

    @inline(__always) private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
        word &>> count | word &<< (32 &- count)
    }

    /// The working variables a to h.
    private struct Variables {
        var (a, b, c, d): (UInt32, UInt32, UInt32, UInt32)
        var (e, f, g, h): (UInt32, UInt32, UInt32, UInt32)

        @inline(__always) init(_ state: InlineArray<8, UInt32>) {
            (a, b, c, d) = (state[0], state[1], state[2], state[3])
            (e, f, g, h) = (state[4], state[5], state[6], state[7])
        }

        @inline(__always) mutating func rounds(_ w: Words, _ k: Words) {
            round(w[0] &+ k[0])
            round(w[1] &+ k[1])
            round(w[2] &+ k[2])
            round(w[3] &+ k[3])
            round(w[4] &+ k[4])
            round(w[5] &+ k[5])
            round(w[6] &+ k[6])
            round(w[7] &+ k[7])
            round(w[8] &+ k[8])
            round(w[9] &+ k[9])
            round(w[10] &+ k[10])
            round(w[11] &+ k[11])
            round(w[12] &+ k[12])
            round(w[13] &+ k[13])
            round(w[14] &+ k[14])
            round(w[15] &+ k[15])
        }

        /// The rotations of a sum share their steps: by 6, 11 and 25 is by 6 of (itself and by 5 of (itself
        /// and by 14)). Choice and majority are written with one operation less each than in the standard.
        @inline(__always) private mutating func round(_ input: UInt32) {
            let sum1 = SHA256.rotate(e ^ SHA256.rotate(e ^ SHA256.rotate(e, 14), 5), 6)
            let first = h &+ sum1 &+ (g ^ (e & (f ^ g))) &+ input
            let sum0 = SHA256.rotate(a ^ SHA256.rotate(a ^ SHA256.rotate(a, 9), 11), 2)
            let second = sum0 &+ (b ^ ((a ^ b) & (b ^ c)))
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }

        @inline(__always) func add(to state: inout InlineArray<8, UInt32>) {
            (state[0], state[1], state[2], state[3]) = (state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d)
            (state[4], state[5], state[6], state[7]) = (state[4] &+ e, state[5] &+ f, state[6] &+ g, state[7] &+ h)
        }
    }

    /// The first 32 bits of the fractions of the square roots of the first 8 primes (section 5.3.3).
    private static let start: InlineArray<8, UInt32> = {
        let roots = SHA256.roots(of: { $0.squareRoot() }, count: 8)
        return InlineArray { roots[$0] }
    }()

    /// The first 32 bits of the fractions of the cube roots of the first 64 primes (section 4.2.2).
    private static let constants: InlineArray<4, InlineArray<16, UInt32>> = {
        let roots = SHA256.roots(of: SHA256.cubeRoot, count: 64)
        return InlineArray { sixteen in InlineArray { roots[sixteen * 16 + $0] } }
    }()

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
