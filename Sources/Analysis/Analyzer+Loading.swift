import Attribution
import Classification
import Scoring
import TextFiles

extension Analyzer {
    /// Loads lexicons, roster and models of a data folder.
    ///
    /// - Parameters:
    ///   - data: Where `Lexicons` and `Models` are.
    ///   - stanceModel: Another stance model than the default one.
    ///   - roster: A folder of roster tables that is laid over the shipped one.
    ///   - caution: Above 0 the finder of statements is more cautious, below 0 bolder.
    ///   - scorer: Another lexicon of tone than the shipped one.
    /// - Throws: `FileError` for the first file that cannot be used.
    public init(
        data: DataRoot, stanceModel: String? = nil, roster: String? = nil, caution: Int = 0,
        scorer: LexiconScorer? = nil
    ) throws {
        let finder = try AttributionFinder(model: Analyzer.attributionModel(in: data)).withCaution(caution)
        let tone = try TargetScorer(
            modelPath: Analyzer.toneModel(in: data), lexiconFolder: data.lexicons + "/sentiment")
        try self.init(
            attributor: Attributor(
                finder: finder, cues: data.lexicons + "/cues",
                roster: Roster(folder: data.lexicons + "/actors", additions: roster)),
            scorer: scorer ?? tone.lexicon, tone: tone,
            classifier: StanceClassifier(
                modelPath: stanceModel ?? Analyzer.stanceModel(in: data), lexiconFolder: data.lexicons + "/stance",
                vectorsPath: data.wordVectors))
    }

    public static func attributionModel(in data: DataRoot) -> String { data.models + "/attribution.safetensors" }
    public static func toneModel(in data: DataRoot) -> String { data.models + "/tone.safetensors" }
    public static func stanceModel(in data: DataRoot) -> String { data.models + "/stance-peace-talks.safetensors" }
}
