/// How many tokens two sorted lists share.
func shared(_ a: [Int32], _ b: [Int32]) -> Int {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
        if a[i] == b[j] {
            (i, j, count) = (i + 1, j + 1, count + 1)
        } else if a[i] < b[j] {
            i += 1
        } else {
            j += 1
        }
    }
    return count
}

/// Dice's coefficient of two sorted lists, 0...1; 0 when one is empty.
func dice(_ a: [Int32], _ b: [Int32]) -> Double { ratio(Double(2 * shared(a, b)), Double(a.count + b.count)) }
