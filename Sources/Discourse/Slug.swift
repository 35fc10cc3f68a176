/// A short stable id of ASCII letters, digits and hyphens.
///
///     Slug.of("Miriam Coronel-Ferrer")   // miriam-coronel-ferrer
public enum Slug {
    /// Letters with marks lose them; other scalars become hyphens. A name without any ASCII keeps its scalars' numbers.
    public static func of(_ name: String) -> String {
        var slug: [UInt8] = []
        for scalar in name.unicodeScalars {
            switch scalar {
            case "'", "’", ".", "ʼ": continue
            default: break
            }
            let folded = fold(scalar)
            if folded.isEmpty {
                if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
            } else {
                slug.append(contentsOf: folded.utf8)
            }
        }
        while slug.last == UInt8(ascii: "-") { slug.removeLast() }
        guard !slug.isEmpty else {
            return name.unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined(separator: "-")
        }
        return String(decoding: slug, as: UTF8.self)
    }

    private static func fold(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "a"..."z", "0"..."9": String(scalar)
        case "A"..."Z": scalar.properties.lowercaseMapping
        default: letters[scalar] ?? ""
        }
    }

    /// Latin letters with marks, by the plain letters that stand for them.
    private static let letters: [Unicode.Scalar: String] = {
        let rows: [(String, String)] = [
            ("a", "àáâãäåāăąǎ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěə"), ("g", "ĝğġģ"),
            ("h", "ĥħ"),
            ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőơǒ"),
            ("oe", "œ"),
            ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųưǔ"), ("w", "ŵ"), ("y", "ýÿŷ"),
            ("z", "źżž"), ("th", "þ"),
        ]
        var letters: [Unicode.Scalar: String] = ["İ": "i"]
        for (plain, marked) in rows {
            for scalar in marked.unicodeScalars {
                letters[scalar] = plain
                if let upper = scalar.properties.uppercaseMapping.unicodeScalars.first {
                    letters[upper] = letters[upper] ?? plain
                }
            }
        }
        return letters
    }()
}
