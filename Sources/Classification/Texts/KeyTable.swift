/// Numbers for 64-bit keys in the order in which they first come.
struct KeyTable {
    private var slots = [Int32](repeating: 0, count: 1 << 16)
    private(set) var keys: [UInt64] = []

    /// The number of a key, a new one where it was not seen before.
    mutating func number(of key: UInt64) -> (number: Int, isNew: Bool) {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) &- 1
            if keys[number] == key { return (number, false) }
            slot = (slot &+ 1) & mask
        }
        keys.append(key)
        slots[slot] = Int32(keys.count)
        if keys.count &* 2 > slots.count { grow() }
        return (keys.count &- 1, true)
    }

    private mutating func grow() {
        let mask = slots.count * 2 - 1
        slots = Array(repeating: 0, count: mask + 1)
        for (number, key) in keys.enumerated() {
            var slot = Int(truncatingIfNeeded: key) & mask
            while slots[slot] != 0 { slot = (slot &+ 1) & mask }
            slots[slot] = Int32(number + 1)
        }
    }
}
