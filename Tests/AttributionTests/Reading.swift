import Attribution
import Discourse
import TestSupport

/// What the shipped models and lexicons make of a text.
enum Reading {
    private static let attribute = try! Attributor(
        finder: AttributionFinder(model: Repository.models + "/attribution.safetensors"),
        cues: Repository.lexicons + "/cues", roster: Roster(folder: Repository.lexicons + "/actors"))

    static func statements(of text: String) -> [Statement] { attribute(.of(text)) }

    /// Each outer statement as `source|cue|content`.
    static func outer(of text: String) -> [String] { statements(of: text).filter { $0.nestedIn == nil }.map(\.drawn) }
}

extension Statement {
    /// `source|cue|content`, each verbatim.
    var drawn: String { "\(source?.text ?? "")|\(cue?.text ?? "")|\(contentText)" }
}
