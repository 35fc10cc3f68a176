/// Why predictions cannot be held against gold.
public enum EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The gold data holds nothing.
    case noGold
    /// Two predictions, or two gold items, have the same id.
    case repeatedID(String)
    /// Predictions for ids that the gold data does not have: how many, and the first of them.
    case unknownIDs(count: Int, first: String)
    /// A span that is empty or goes beyond its text.
    case badSpan(id: String, span: Range<Int>, utf8Count: Int)

    public var description: String {
        switch self {
        case .noGold: "the gold data is empty"
        case .repeatedID(let id): "the id '\(id)' occurs twice"
        case .unknownIDs(let count, let first): "\(count) ids are not in the gold data, such as '\(first)'"
        case .badSpan(let id, let span, let count):
            "'\(id)' has the span \(span.lowerBound)..<\(span.upperBound) in a text of \(count) bytes"
        }
    }
}

/// Finds the prediction of each gold item.
struct Pairing<Prediction> {
    private let byID: [String: Prediction]

    /// - Throws: `EvaluationError` for an id that occurs twice among the predictions, or is not in `gold`.
    init(_ predictions: [Prediction], id: (Prediction) -> String, gold: some Sequence<String>) throws {
        var byID: [String: Prediction] = [:]
        for prediction in predictions where byID.updateValue(prediction, forKey: id(prediction)) != nil {
            throw EvaluationError.repeatedID(id(prediction))
        }
        let unknown = Set(byID.keys).subtracting(gold)
        if let first = unknown.min(by: { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }) {
            throw EvaluationError.unknownIDs(count: unknown.count, first: first)
        }
        self.byID = byID
    }

    subscript(id: String) -> Prediction? { byID[id] }

    var count: Int { byID.count }
}
