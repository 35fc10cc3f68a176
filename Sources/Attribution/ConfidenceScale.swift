import Discourse
import LinearModels
import TextFiles

/// Turns the tagger's raw confidence into the share of such attributions that are right: an isotonic
/// regression in steps of equal size, read off by straight lines between their middles
/// (Zadrozny and Elkan 2002).
struct ConfidenceScale: Sendable, Equatable {
    /// Rising, in thousandths; as many of each, at least one.
    private(set) var raw: [Int32]
    private(set) var calibrated: [Int32]

    func callAsFunction(_ confidence: Double) -> Double {
        let value = confidence * 1_000
        guard let next = raw.firstIndex(where: { Double($0) >= value }) else { return Double(calibrated.last!) / 1_000 }
        guard next > 0 else { return Double(calibrated[0]) / 1_000 }
        let (low, high) = (Double(raw[next - 1]), Double(raw[next]))
        let share = high > low ? (value - low) / (high - low) : 1
        return (Double(calibrated[next - 1]) + share * Double(calibrated[next] - calibrated[next - 1])) / 1_000
    }
}

// MARK: - Learning

extension ConfidenceScale {
    /// Learns from raw confidences and whether each attribution was right; at least one.
    init(_ outcomes: [(confidence: Double, isRight: Bool)]) {
        let sorted = outcomes.sorted { $0.confidence < $1.confidence }
        let bins = max(1, min(20, sorted.count / 50))
        var steps = (0..<bins).map { bin in
            let part = sorted[sorted.count * bin / bins..<sorted.count * (bin + 1) / bins]
            return Step(
                raw: part.reduce(0) { $0 + $1.confidence } / Double(part.count),
                right: Double(part.count { $0.isRight }), count: Double(part.count), bins: 1)
        }
        ConfidenceScale.pool(&steps)
        raw = steps.map { Int32(($0.raw * 1_000).rounded()) }
        calibrated = steps.map { Int32(($0.right / $0.count * 1_000).rounded()) }
    }

    private struct Step {
        var raw: Double
        var right: Double
        var count: Double
        var bins: Double
    }

    /// Joins neighbours until shares rise (pool adjacent violators).
    private static func pool(_ steps: inout [Step]) {
        var index = 1
        while index < steps.count {
            guard steps[index - 1].right / steps[index - 1].count > steps[index].right / steps[index].count else {
                index += 1
                continue
            }
            let (a, b) = (steps[index - 1], steps[index])
            steps[index - 1] = Step(
                raw: (a.raw * a.bins + b.raw * b.bins) / (a.bins + b.bins), right: a.right + b.right,
                count: a.count + b.count, bins: a.bins + b.bins)
            steps.remove(at: index)
            index = max(1, index - 1)
        }
    }
}

// MARK: - File

extension ConfidenceScale {
    func store(in file: inout Safetensors) {
        file.set("confidence.raw", raw, shape: [raw.count])
        file.set("confidence.calibrated", calibrated, shape: [calibrated.count])
    }

    init(_ file: Safetensors, path: String) throws {
        guard let raw = file.numbers("confidence.raw", of: Int32.self), !raw.isEmpty,
            let calibrated = file.numbers("confidence.calibrated", of: Int32.self), calibrated.count == raw.count
        else { throw FileError(path: path, reason: "has no scale of confidence") }
        (self.raw, self.calibrated) = (raw, calibrated)
    }
}

extension [Attribution] {
    /// Whether each attribution agrees with a gold one: half of the longer content or more is shared, and the
    /// sources share a token or are both absent.
    func agreement(with gold: [Attribution]) -> [Bool] {
        map { own in
            let content = Set(own.content.joined())
            return gold.contains { other in
                let theirs = Set(other.content.joined())
                guard 2 * content.intersection(theirs).count >= Swift.max(content.count, theirs.count) else {
                    return false
                }
                guard let a = own.source, let b = other.source else { return own.source == nil && other.source == nil }
                return a.overlaps(b)
            }
        }
    }
}
