import Discourse

/// Days as articles, pages and file names write them.
enum WrittenDay {
    /// The day in a field that is known to hold a date; anything around it is ignored.
    ///
    ///     WrittenDay.inField("Tue, 03 Mar 2026 08:00:00 GMT")   // 2026-03-03
    ///     WrittenDay.inField("March 3, 2026")                   // 2026-03-03
    ///     WrittenDay.inField("03/04/2026")                      // nil: the third of April, or the fourth of March
    static func inField(_ text: String) -> Day? {
        let text = String(decoding: Bytes.trimmed(Array(text.utf8)[...]), as: UTF8.self)
        return Day(text) ?? compact(Array(text.utf8)) ?? numeric(text) ?? spelled(words(of: text))
    }

    /// The day that a whole line tells, with nothing beside it but a weekday, a time and words such as
    /// `Published:`; nil for a line that says anything else.
    static func ofDateLine(_ line: String) -> Day? {
        guard line.utf8.count <= 80 else { return nil }
        let words = words(of: line)
        guard words.allSatisfy(isDateWord) else { return nil }
        for word in words { if let day = Day(word) { return day } }
        return spelled(words)
    }

    /// A date in a file name, with no digit beside it: `2026-03-01_talks`, `wire_2026_03_01`, `20260301-talks`.
    static func inFileName(_ name: String) -> Day? {
        let bytes = Array(name.utf8)
        for start in bytes.indices where Bytes.isDigit(bytes[start]) && (start == 0 || !Bytes.isDigit(bytes[start - 1]))
        {
            if let day = dashed(bytes[start...]) ?? compact(bytes[start...]) { return day }
        }
        return nil
    }
}

extension WrittenDay {
    /// `2026-03-01` or `2026_03_01`.
    private static func dashed(_ bytes: ArraySlice<UInt8>) -> Day? {
        guard bytes.count >= 10 else { return nil }
        let part = bytes.prefix(11).map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
        return Day(String(decoding: part, as: UTF8.self))
            ?? Day(String(decoding: part.prefix(10), as: UTF8.self)).flatMap {
                part.count == 11 && Bytes.isDigit(part[10]) ? nil : $0
            }
    }

    /// `20260301` or `20260301080000`, of this or the last century.
    private static func compact(_ bytes: some Collection<UInt8>) -> Day? {
        let digits = bytes.prefix { Bytes.isDigit($0) }.map { Int($0) - 0x30 }
        guard digits.count == 8 || digits.count == 14 else { return nil }
        let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
        guard 1900..<2100 ~= year else { return nil }
        return Day(year: year, month: digits[4] * 10 + digits[5], day: digits[6] * 10 + digits[7])
    }

    /// `2026/03/01`, `25/03/2026`, `03/25/2026`, `1.3.2026`; nil when day and month could be exchanged.
    private static func numeric(_ text: String) -> Day? {
        let date = text.prefix { $0 != " " && $0 != "T" }
        let byPoint = date.contains(".")
        let parts = date.split(separator: byPoint ? "." : "/").map { Int($0) }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else { return nil }
        if first >= 1000 { return Day(year: first, month: second, day: third) }
        guard third >= 1000 else { return nil }
        if byPoint || first > 12 { return Day(year: third, month: second, day: first) }
        return second > 12 || first == second ? Day(year: third, month: first, day: second) : nil
    }

    /// A month by name with a day and a year beside it: `1 March 2026`, `March 1, 2026`, `1st of Mar 2026`.
    private static func spelled(_ words: [String]) -> Day? {
        let words = words.filter { $0 != "of" && $0 != "the" }
        for (index, word) in words.enumerated() {
            guard let month = month(word), index > 0 || words.count > 2 else { continue }
            let after = index + 1 < words.count ? words[index + 1] : ""
            let afterThat = index + 2 < words.count ? words[index + 2] : ""
            let before = index > 0 ? words[index - 1] : ""
            if let day = dayNumber(before), let year = year(after) { return Day(year: year, month: month, day: day) }
            if let day = dayNumber(after), let year = year(afterThat) { return Day(year: year, month: month, day: day) }
        }
        return nil
    }

    /// Runs of letters, digits, hyphens and colons, in lower case.
    private static func words(of text: String) -> [String] {
        var (words, word) = ([String](), [UInt8]())
        for byte in Array(text.utf8) + [0x20] {
            if Bytes.isLetter(byte) || Bytes.isDigit(byte) || byte >= 0x80 || byte == 0x2D || byte == 0x3A
                || byte == 0x2B
            {
                word.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            } else if !word.isEmpty {
                words.append(String(decoding: word, as: UTF8.self))
                word = []
            }
        }
        return words
    }

    private static func month(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        if word == "sept" { return 9 }
        return months.firstIndex { $0 == word || $0.utf8.count > 3 && word.utf8.count == 3 && $0.hasPrefix(word) }.map {
            $0 + 1
        }
    }

    private static func dayNumber(_ word: String) -> Int? {
        let number = Int(word.prefix { $0.isASCII && $0.isNumber })
        guard let number, 1...31 ~= number, word.utf8.count <= 4 else { return nil }
        return ["", "st", "nd", "rd", "th"].contains(word.drop { $0.isNumber }) ? number : nil
    }

    private static func year(_ word: String) -> Int? {
        guard word.utf8.count == 4, let year = Int(word), 1900..<2100 ~= year else { return nil }
        return year
    }

    private static func isDateWord(_ word: String) -> Bool {
        if month(word) != nil || dayNumber(word) != nil || year(word) != nil || Day(word) != nil { return true }
        if companions.contains(word.last == ":" ? String(word.dropLast()) : word) { return true }
        return word.utf8.allSatisfy { Bytes.isDigit($0) || $0 == 0x3A || $0 == 0x2B || $0 == 0x2D }
            && word.contains(":")
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// What may stand beside a date in a line that is only a date.
    private static let companions: Set<String> = [
        "published", "posted", "updated", "date", "dated", "first", "last", "on", "at", "of", "the", "monday",
        "tuesday",
        "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs",
        "fri",
        "sat", "sun", "am", "pm", "a", "p", "m", "gmt", "utc", "est", "edt", "et", "cet", "cest", "bst", "eet", "eest",
        "msk", "ist",
    ]
}
