import TextFiles
import Testing

@testable import LinearModels

struct LinearModelTests {
    @Test(arguments: [1, 3, 64, 200])
    func `a batch scores as a plain loop over whole numbers does`(rows: Int) {
        let model = LinearModel.generated(seed: 11)
        let features = FeatureMatrix.generated(rows: rows, sparseColumns: 40, denseColumns: 7, seed: 12)
        #expect(model.scores(features) == model.plainScores(features))
    }

    @Test func `a row scores the same alone and in a batch`() {
        let model = LinearModel.generated(seed: 13)
        let batch = FeatureMatrix.generated(rows: 50, sparseColumns: 40, denseColumns: 7, seed: 14)
        let scores = model.scores(batch)
        for row in 0..<50 {
            var sparse = SparseMatrix()
            for entry in batch.sparse.entries(of: row) {
                sparse.append(column: Int(batch.sparse.columns[entry]), value: Int(batch.sparse.values[entry]))
            }
            sparse.endRow()
            let alone = FeatureMatrix(
                sparse: sparse, sparseColumns: 40, dense: Array(batch.dense[row * 7..<row * 7 + 7]), denseColumns: 7)
            #expect(model.scores(alone) == Array(scores[row * 3..<row * 3 + 3]))
        }
    }

    @Test func `the largest scores stay exact in a double`() {
        // 200 dense columns at the limit of ±8 with weights of ±32 logits: 5.12e10 millionths, far below 2^53.
        #expect(200 * LinearModel.denseLimit * 32_000 < 9_007_199_254_740_992 / 1_000)
    }

    @Test func `training parameters become whole thousandths and weak columns go`() {
        let model = LinearModel(
            parameters: [0.0123, -0.5, 0.0001, 0.0002, 1.0006, 0.25, 2, -1],
            labels: ["a", "b"], features: [(9, "late"), (3, "weak")], denseNames: ["d"], smallestWeight: 0.001,
            metadata: [:])
        #expect(model.vocabulary.keys == [9])
        #expect(model.vocabulary.name(of: 0) == "late")
        #expect(model.sparseWeights == [12, -500])
        #expect(model.denseWeights == [1_001, 250])
        #expect(model.intercepts == [2_000_000, -1_000_000])
    }

    @Test func `a calibration scales weights and shifts intercepts`() {
        let model = LinearModel(
            parameters: [1, -1, 0.5, 0.25], labels: ["a", "b"], features: [(1, "x")], denseNames: [], scale: 0.5,
            offsets: [0.1, 0], metadata: [:])
        #expect(model.sparseWeights == [500, -500])
        #expect(model.intercepts == [350_000, 125_000])
    }

    @Test func `a feature that the vocabulary lacks has no column`() {
        let vocabulary = Vocabulary([(7, "seven"), (5, "five"), (7 << 32, "far")])
        #expect(vocabulary.column(of: 5) == 0)
        #expect(vocabulary.column(of: 7) == 1)
        #expect(vocabulary.column(of: 7 << 32) == 2)
        #expect(vocabulary.column(of: 6) == nil)
        #expect(Vocabulary([]).column(of: 1) == nil)
        #expect((0..<3).map(vocabulary.name) == ["five", "seven", "far"])
    }
}

extension LinearModel {
    /// Scores by the definition, in `Int`.
    func plainScores(_ features: FeatureMatrix) -> [Int] {
        (0..<features.rowCount).flatMap { row in
            labels.indices.map { label in
                var score = intercepts[label]
                for entry in features.sparse.entries(of: row) {
                    let column = Int(features.sparse.columns[entry])
                    score += Int(features.sparse.values[entry]) * Int(sparseWeights[column * labels.count + label])
                }
                for column in denseNames.indices {
                    score +=
                        Int(features.dense[row * denseNames.count + column])
                        * Int(denseWeights[label * denseNames.count + column])
                }
                return score
            }
        }
    }
}
