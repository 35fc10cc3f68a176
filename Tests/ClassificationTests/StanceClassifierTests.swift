import Discourse
import LinearModels
import TestSupport
import TextFiles
import Testing

@testable import Classification

#if canImport(Glibc)
    import Glibc
#else
    import Foundation
#endif

struct StanceClassifierTests {
    /// One small model for all tests of this file.
    private static let trained = Result {
        try StanceTrainer(lexicon: Repository.lexicon.get())(.generated(120, seed: 7), target: "peace-talks")
    }

    private var classify: StanceClassifier {
        get throws {
            try StanceClassifier(model: Self.trained.get().model, lexicon: Repository.lexicon.get())
        }
    }

    @Test func `contributions sum to the margin exactly and stand in order`() throws {
        let statements = [LabelledStatement].generated(90, seed: 8).map(\.statement)
        for (statement, score) in zip(statements, try classify(statements)) {
            #expect(score.contributions.reduce(score.bias) { $0 + $1.weight } == score.margin)
            #expect(score.contributions.map(\.token) == Set(score.contributions.map(\.token)).sorted())
            #expect(score.contributions.allSatisfy { statement.document.tokens.indices.contains($0.token) })
            #expect(score.contributions.allSatisfy { $0.weight != 0 })
        }
    }

    @Test func `the margin is the log-odds of favor over against`() throws {
        for score in try classify([LabelledStatement].generated(30, seed: 9).map(\.statement)) {
            let logOdds = log(score.favor / score.against)
            #expect(abs(Double(score.margin) / 1_000_000 - logOdds) < 1e-9 * max(1, abs(logOdds)))
            let sum = score.favor + score.against + score.none
            #expect(abs(sum - 1) < 1e-12)
        }
    }

    @Test func `a statement scores the same alone and in a batch`() throws {
        let statements = [LabelledStatement].generated(64, seed: 10).map(\.statement)
        let together = try classify(statements)
        for (index, statement) in statements.enumerated() {
            #expect(try classify([statement]) == [together[index]])
        }
        #expect(try classify([]).isEmpty)
    }

    @Test func `what it was taught it says of statements it has not seen`() throws {
        let test = [LabelledStatement].generated(60, seed: 11)
        let scores = try classify(test.map(\.statement))
        let figures = StanceFigures(zip(test, scores).map { JudgedStance($0, $1) })
        #expect(figures.macroF1 > 0.9)
        #expect(figures.conditionalF1 > 0.8)
    }

    @Test func `the same statements train the same bytes`() throws {
        let again = try StanceTrainer(lexicon: Repository.lexicon.get())(
            .generated(120, seed: 7), target: "peace-talks")
        #expect(try again.model.linear.file.encoded == Self.trained.get().model.linear.file.encoded)
    }

    @Test func `another lexicon is refused`() throws {
        let model = try Self.trained.get().model
        var metadata = model.linear.metadata
        metadata["lexicon"] = "0"
        let linear = model.linear
        let other = StanceModel(
            linear: LinearModel(
                labels: linear.labels, vocabulary: linear.vocabulary, sparseWeights: linear.sparseWeights,
                denseNames: linear.denseNames, denseWeights: linear.denseWeights, intercepts: linear.intercepts,
                metadata: metadata), target: model.target, againstHandicap: 0)
        #expect(throws: FileError.self) { try StanceClassifier(model: other, lexicon: Repository.lexicon.get()) }
    }

    @Test(arguments: [(3, 2, 1, Stance.favor), (1, 2, 3, .none), (2, 2, 2, .favor), (0, 5, 5, .against)])
    func `the largest score names the label, the earlier one in a tie`(
        favor: Int, against: Int, none: Int, expected: Stance
    ) throws {
        let model = StanceModel(linear: try Self.trained.get().model.linear, target: "t", againstHandicap: 0)
        #expect(model.label(favor: favor, against: against, none: none) == expected)
    }

    @Test func `the handicap lets a near miss be against`() throws {
        let model = StanceModel(linear: try Self.trained.get().model.linear, target: "t", againstHandicap: 300_000)
        #expect(model.label(favor: 0, against: 200_000, none: 400_000) == .against)
        #expect(model.label(favor: 0, against: 50_000, none: 400_000) == .none)
    }

    @Test func `each feature of the model has a name`() throws {
        let vocabulary = try Self.trained.get().model.linear.vocabulary
        let names = (0..<vocabulary.count).map(vocabulary.name)
        #expect(names.allSatisfy { !$0.isEmpty })
        #expect(names.contains("content: rejected_the"))
        #expect(names.contains("rule: reject-truce"))
        #expect(!names.contains { $0.contains("okor") })
    }
}

struct StanceTrainingErrorTests {
    private func train(_ statements: [LabelledStatement]) throws {
        _ = try StanceTrainer(lexicon: Repository.lexicon.get())(statements, target: "t")
    }

    @Test func `what cannot teach is refused with the reason`() {
        let all = [LabelledStatement].generated(30, seed: 1)
        #expect(throws: StanceTrainingError.empty) { try train([]) }
        #expect(throws: StanceTrainingError.missingStance(.against)) { try train(all.filter { $0.stance != .against }) }
        let one = all.map {
            LabelledStatement(statement: $0.statement, stance: $0.stance, conditional: false, group: "only")
        }
        #expect(throws: StanceTrainingError.oneGroup("only")) { try train(one) }
        #expect(StanceTrainingError.missingStance(.favor).description == "no statement is labelled 'favor'")
    }
}
