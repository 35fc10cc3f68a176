/// A set of up to 64 classes of words.
struct ClassSet: Sendable, Equatable {
    var bits: UInt64 = 0

    init() {}

    init(_ classes: some Sequence<Int>) { for index in classes { insert(index) } }

    mutating func insert(_ index: Int) { bits |= 1 << UInt64(index) }

    var isEmpty: Bool { bits == 0 }

    /// The lowest class; the set must not be empty.
    var first: Int { bits.trailingZeroBitCount }

    func intersects(_ other: ClassSet) -> Bool { bits & other.bits != 0 }

    func intersection(_ other: ClassSet) -> ClassSet {
        var result = ClassSet()
        result.bits = bits & other.bits
        return result
    }

    /// Calls `body` with each class from the lowest.
    @inline(__always) func forEach(_ body: (Int) -> Void) {
        var rest = bits
        while rest != 0 {
            body(rest.trailingZeroBitCount)
            rest &= rest &- 1
        }
    }
}
