import Discourse

/// How often sources lead to the actor that people wrote down.
public struct ActorScores: Sendable, Equatable {
    /// One row for each kind of mention, and `all` as the last.
    public let rows: [Row]
    /// The statements whose speaker is another one than the gold one, in the order given.
    public let wrong: [Answer]
    /// The statements whose speaker is described and not named, where the gold name is another.
    public let vague: [Answer]
    /// The statements whose speaker was not found.
    public let unknown: [Answer]

    public struct Row: Sendable, Equatable {
        public let kind: String
        public let counts: Counts
    }

    public struct Counts: Sendable, Equatable {
        public var right = 0
        public var vague = 0
        public var wrong = 0
        public var unknown = 0

        public var gold: Int { right + vague + wrong + unknown }
        /// Right of all.
        public var accuracy: Double { ratio(Double(right), Double(gold)) }
        /// Wrong of those that are linked at all.
        public var wrongLinks: Double { ratio(Double(wrong), Double(right + vague + wrong)) }
        /// The same where a vague answer counts as a wrong one.
        public var wrongOrVague: Double { ratio(Double(wrong + vague), Double(right + vague + wrong)) }
        public var unknownShare: Double { ratio(Double(unknown), Double(gold)) }
    }

    /// A statement with the gold actor and the one found.
    public struct Answer: Sendable, Equatable {
        public let id: String
        public let kind: String
        /// The words of the source.
        public let source: String
        public let gold: String
        public let speaker: Speaker
        public let outcome: Outcome

        public enum Outcome: Sendable {
            case right
            /// A group, an office or an unnamed person, who need not be another than the gold actor: *diplomats*.
            case vague
            case wrong
            case unknown
        }

        /// - Parameter alone: Whom the gold name means by the roster when it stands alone; nil for nobody.
        public init(id: String, kind: String, source: String, gold: String, alone: Actor?, speaker: Speaker) {
            (self.id, self.kind, self.source, self.gold, self.speaker) = (id, kind, source, gold, speaker)
            guard let actor = speaker.actor else {
                outcome = .unknown
                return
            }
            // "A spokesman for the group": people often write the group.
            let isPrincipal = speaker.onBehalfOf.map {
                actor.id.hasSuffix("-of-\($0.id)") && ActorMatch.isRight(gold: gold, alone: alone, found: $0)
            }
            let isRight = isPrincipal ?? false || ActorMatch.isRight(gold: gold, alone: alone, found: actor)
            outcome = isRight ? .right : speaker.status == .collective ? .vague : .wrong
        }
    }

    /// - Parameter kinds: The order of the rows.
    /// - Throws: `EvaluationError.noGold` for no answers.
    public init(_ answers: [Answer], kinds: [String]) throws {
        guard !answers.isEmpty else { throw EvaluationError.noGold }
        var counts: [String: Counts] = [:]
        var all = Counts()
        for answer in answers {
            counts[answer.kind, default: Counts()].add(answer)
            all.add(answer)
        }
        rows =
            kinds.compactMap { kind in counts[kind].map { Row(kind: kind, counts: $0) } } + [
                Row(kind: "all", counts: all)
            ]
        wrong = answers.filter { $0.outcome == .wrong }
        vague = answers.filter { $0.outcome == .vague }
        unknown = answers.filter { $0.outcome == .unknown }
    }

    /// All kinds together.
    public var all: Counts { rows[rows.count - 1].counts }
}

extension ActorScores.Counts {
    fileprivate mutating func add(_ answer: ActorScores.Answer) {
        switch answer.outcome {
        case .right: right += 1
        case .vague: vague += 1
        case .wrong: wrong += 1
        case .unknown: unknown += 1
        }
    }
}

extension ActorScores {
    /// The figures as an aligned table, shares in percent.
    public var table: String {
        let columns = [
            "gold", "right", "vague", "unknown", "wrong", "accuracy", "unknown %", "wrong links %", "with vague %",
        ]
        let header = "mention".padded(to: 12) + columns.map { $0.aligned(to: $0.count + 2) }.joined()
        let lines = rows.map { row in
            let counts = row.counts
            let cells = [
                String(counts.gold), String(counts.right), String(counts.vague), String(counts.unknown),
                String(counts.wrong),
                fixed(100 * counts.accuracy, 1), fixed(100 * counts.unknownShare, 1), fixed(100 * counts.wrongLinks, 1),
                fixed(100 * counts.wrongOrVague, 1),
            ]
            return row.kind.padded(to: 12) + zip(cells, columns).map { $0.aligned(to: $1.count + 2) }.joined()
        }
        return ([header] + lines).joined(separator: "\n")
    }

    /// The answers that are not right, a line each: id, source, gold, what was found and why.
    public var mistakes: String {
        (wrong + vague + unknown).map { answer in
            let found = answer.speaker.actor?.name ?? "unknown"
            return
                "\(answer.id)\t\(answer.kind)\t\(answer.source)\t\(answer.gold)\t\(found)\t\(answer.speaker.linkReason)\n"
        }
        .joined()
    }
}
