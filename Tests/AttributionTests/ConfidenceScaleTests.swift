@testable import Attribution
import LinearModels
import Testing

struct ConfidenceScaleTests {
    @Test func `calibrated confidence is the share that was right, and never falls`() {
        // Raw confidence c is right in c² of the cases.
        let outcomes = (0..<4_000).map { index in
            let raw = Double(index % 100) / 100
            return (confidence: raw, isRight: Double(index / 100 % 40) / 40 < raw * raw)
        }
        let scale = ConfidenceScale(outcomes)
        for raw in stride(from: 0.1, through: 0.9, by: 0.1) { #expect(abs(scale(raw) - raw * raw) < 0.06) }
        let values = (0...100).map { scale(Double($0) / 100) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func `a scale survives its file`() throws {
        let scale = ConfidenceScale([(0.1, false), (0.9, true)])
        var file = Safetensors()
        scale.store(in: &file)
        #expect(try ConfidenceScale(Safetensors(bytes: file.encoded, path: "m"), path: "m") == scale)
    }
}
