/// The rules that changed a hit, in the order they acted: up to twelve numbers below 32 in one word.
///
/// A hit meets at most one rule of each kind but the exclamation mark, which counts three times.
struct RuleTrail {
    private var bits: UInt64 = 0
    private(set) var count = 0

    static let most = 12

    mutating func append(_ rule: Int) {
        precondition(rule < RuleTable.most && count < RuleTrail.most, "a hit has up to twelve rules")
        bits |= UInt64(rule) << UInt64(5 * count)
        count += 1
    }

    var rules: [Int] { (0..<count).map { Int(bits >> UInt64(5 * $0) & 31) } }
}
