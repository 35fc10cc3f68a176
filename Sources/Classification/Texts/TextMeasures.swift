import LinearModels

/// The dense features of a text: its pooled word vector, what its surface looks like, and whether it names
/// the target. All are whole thousandths.
struct TextMeasures: Sendable {
    /// Nil for a model that does without.
    let vectors: WordVectors?
    /// The words of each target, lower-case, that are worth looking for.
    private let targetWords: [[[UInt8]]]

    static let surface = ["length", "tags", "names", "questions", "exclamations", "capitals", "links"]
    static let flags = ["names-target", "names-whole-target", "tags-target"]

    init(vectors: WordVectors?, targets: [String]) {
        self.vectors = vectors
        let small: Set = ["a", "an", "and", "by", "for", "in", "is", "of", "on", "or", "that", "the", "to", "with"]
        targetWords = targets.map { target in
            target.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { !small.contains($0) }
                .map { Array($0.utf8) }
        }
    }

    /// How many columns the word vector takes.
    var vectorCount: Int { vectors?.dimensions ?? 0 }

    var count: Int { vectorCount + TextMeasures.surface.count + TextMeasures.flags.count }

    var names: [String] {
        (0..<vectorCount).map { "vector:\($0)" } + TextMeasures.surface + TextMeasures.flags
    }

    /// - Parameters:
    ///   - lowered: The text in lower case.
    ///   - target: The number of the target.
    func callAsFunction(_ text: Span<UInt8>, lowered: [UInt8], target: Int) -> [Int32] {
        (vectors?.pool(text).values ?? []) + surface(text) + flags(lowered, targetWords[target])
    }

    private func surface(_ text: Span<UInt8>) -> [Int32] {
        var (words, tags, names, questions, exclamations, capitals, links) = (0, 0, 0, 0, 0, 0, 0)
        var isInside = false
        for index in 0..<text.count {
            let byte = text[index]
            let isSpace = TextBytes.isSpace(byte)
            if !isSpace, !isInside { words += 1 }
            isInside = !isSpace
            switch byte {
            case UInt8(ascii: "#"): tags += 1
            case UInt8(ascii: "@"): names += 1
            case UInt8(ascii: "?"): questions += 1
            case UInt8(ascii: "!"): exclamations += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
            case UInt8(ascii: ":") where index + 2 < text.count && text[index + 1] == UInt8(ascii: "/"): links += 1
            default: break
            }
        }
        func few(_ count: Int) -> Int32 { Int32(min(count, 4) * 1_000) }
        return [
            Int32(min(words * 50, 8_000)), few(tags), few(names), few(questions), few(exclamations),
            Int32(text.count == 0 ? 0 : capitals * 5_000 / text.count), few(links),
        ]
    }

    private func flags(_ lowered: [UInt8], _ words: [[UInt8]]) -> [Int32] {
        var (found, tagged) = (0, false)
        for word in words {
            var isFound = false
            var start = 0
            while start &+ word.count <= lowered.count {
                if lowered[start] == word[0], matches(lowered, start, word) {
                    isFound = true
                    if start > 0, TextBytes.isTagMark(lowered[start - 1]) { tagged = true }
                }
                start &+= 1
            }
            if isFound { found += 1 }
        }
        return [found > 0 ? 1_000 : 0, found > 0 && found == words.count ? 1_000 : 0, tagged ? 1_000 : 0]
    }

    private func matches(_ text: [UInt8], _ start: Int, _ word: [UInt8]) -> Bool {
        for index in word.indices where text[start &+ index] != word[index] { return false }
        return true
    }
}
