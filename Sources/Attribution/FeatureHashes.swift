import LinearModels

/// The hashed features of one position, in a place of fixed size: filling it allocates nothing.
struct FeatureHashes {
    private var hashes = InlineArray<192, UInt32>(repeating: 0)
    private var count = 0

    /// - Precondition: Fewer than 192 features are there.
    mutating func append(_ hash: UInt32) {
        hashes[count] = hash
        count &+= 1
    }

    /// Gives what is here to the sink as its next position, and starts anew.
    mutating func move(to sink: inout some FeatureSink) {
        sink.appendPosition(hashes.span.extracting(0..<count))
        count = 0
    }
}
