import Discourse

/// Makes ids unique within a run: the second `talks` becomes `talks-2`, the third `talks-3`.
///
/// Only 64 bits of each id are held. Two different ids share them with a probability of about 2⁻⁶⁴, and
/// then one of them gets a number it did not need.
struct UniqueIDs {
    private var taken: Set<UInt64> = []
    private var repeats: [UInt64: Int] = [:]

    /// - Returns: The id, or one with a number where it was given out before.
    mutating func unique(_ id: String) -> String {
        let key = UniqueIDs.hash(id)
        if taken.insert(key).inserted { return id }
        var number = repeats[key, default: 1]
        while true {
            number += 1
            let numbered = "\(id)-\(number)"
            if taken.insert(UniqueIDs.hash(numbered)).inserted {
                repeats[key] = number
                return numbered
            }
        }
    }

    private static func hash(_ id: String) -> UInt64 {
        var hash = Hasher64()
        for byte in id.utf8 { hash.combine(byte) }
        return hash.finish()
    }

    /// An id that can stand in a table and on a command line: without control characters and the white
    /// space around it.
    static func clean(_ id: String) -> String {
        let scalars = id.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(decoding: Bytes.trimmed(Array(String(view).utf8)[...]), as: UTF8.self)
    }
}
