import Classification
import Discourse
import Segmentation
import TestSupport

/// Where the repository's data lies, found from this file.
enum Repository {
    static let root = String(#filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 })
    static let lexiconFolder = root + "/Lexicons/stance"
    static let modelPath = root + "/Models/stance-peace-talks.safetensors"
    static let vectorsPath = root + "/Models/word-vectors.safetensors"
    static let lexicon = Result { try StanceLexicon(folder: lexiconFolder) }
}

extension Statement {
    /// A statement drawn in its text: `S` the source, `C` the cue, `Q` each passage of the content.
    static func marked(_ text: String) -> Statement {
        let marked = MarkedText(text)
        let document = marked.document
        func passages(_ label: String) -> [Passage] {
            marked[label].map { document.passage(document.tokens(covering: $0)) }
        }
        return Statement(
            id: "test#01", form: .indirect, source: passages("S").first, cue: passages("C").first,
            content: passages("Q"), speaker: Speaker(status: .unknown, actor: nil, linkReason: "test"), confidence: 1)
    }
}

extension [LabelledStatement] {
    /// Invented statements from simple sentences over three classes, in twelve documents.
    static func generated(_ count: Int, seed: UInt64) -> [LabelledStatement] {
        var random = SplitMix64(seed: seed)
        let sources = ["The envoy", "A mother from Kellim", "General Okor", "The harbour council"]
        let favor = ["called for a ceasefire", "is ready for talks", "welcomed the truce", "wants to end the war"]
        let against = ["rejected the truce", "ruled out any talks", "vowed to crush the rebels", "tore up the accord"]
        let none = ["opened a new bridge", "counted the fishing boats", "spoke of the harvest", "lost the election"]
        return (0..<count).map { index in
            let stance = Stance.allCases[index % 3]
            let pool = stance == .favor ? favor : stance == .against ? against : none
            let isConditional = stance != .none && index % 5 == 0
            let text =
                "The rain went on. [S|\(sources.randomElement(using: &random)!)] [Q|\(pool.randomElement(using: &random)!)"
                + (isConditional
                    ? " only if the siege is lifted]." : "] on day \(Int.random(in: 1...28, using: &random)).")
            return LabelledStatement(
                statement: .marked(text), stance: stance, conditional: isConditional, group: "doc\(index % 12)")
        }
    }
}
