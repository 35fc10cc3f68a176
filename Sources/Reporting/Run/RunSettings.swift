/// What a run was made with; it is printed in `datapackage.json` and decides nothing but the seed and the formats.
public struct RunSettings: Sendable {
    /// Version of the program.
    public var version: String
    /// Starts the resampling of the intervals.
    public var seed: UInt64
    /// What the stances are toward.
    public var target: String
    /// Models and lexicons, in the order they are to be listed.
    public var sources: [Source]
    /// Any other option of the run, in the order they are to be listed.
    public var options: [Option]
    public var formats: Set<RunFormat>
    /// How many articles `report.html` shows in full; those with most statements go first.
    public var articlesShown: Int

    public init(
        version: String, seed: UInt64 = 1, target: String = "peace-talks", sources: [Source] = [],
        options: [Option] = [], formats: Set<RunFormat> = [.csv, .json, .html], articlesShown: Int = 100
    ) {
        (self.version, self.seed, self.target) = (version, seed, target)
        (self.sources, self.options, self.formats) = (sources, options, formats)
        self.articlesShown = articlesShown
    }

    /// A model or lexicon that decided something.
    public struct Source: Sendable, Equatable {
        /// `model`, `lexicon` or `roster`.
        public var kind: String
        public var name: String
        public var version: String
        /// Of the file, in hexadecimal.
        public var sha256: String

        public init(kind: String, name: String, version: String, sha256: String) {
            (self.kind, self.name, self.version, self.sha256) = (kind, name, version, sha256)
        }
    }

    public struct Option: Sendable, Equatable {
        public var name: String
        public var value: String

        public init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }
}
