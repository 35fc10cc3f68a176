import ArgumentParser
import Classification
import Discourse
import LinearModels
import TextFiles

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look into models.", subcommands: [Model.self])

    struct Model: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What speaks loudest for each label, by kind of feature.",
            discussion: """
                MODEL is a stance model, of statements or of texts and targets. For each label and kind of feature the \
                largest weights are listed, in logits for a feature of 1. In models of texts, w are words, p pairs of \
                words, c runs of characters, h parts of hashtags, _ the border of a word.

                Examples:
                  demarche inspect model Models/stance-peace-talks.safetensors
                  demarche inspect model my.safetensors --target 'Climate Change is a Real Concern' --top 20
                """)

        @Argument(help: "The model file.")
        var model: String

        @Option(help: "Only this target.")
        var target: String?

        @Option(help: "How many features of each kind.")
        var top = 8

        func validate() throws {
            guard top > 0 else { throw ValidationError("--top must be at least 1") }
        }

        func run() throws {
            if try TextStanceModel.isModel(path: model) {
                try inspectTexts(try TextStanceModel(path: model))
            } else {
                let stance = try StanceModel(path: model)
                guard target == nil || target == stance.target else { throw unknown([stance.target]) }
                Console.output("target \(stance.target)\n")
                show(stance.linear.namedWeights, labels: stance.linear.labels)
            }
        }

        private func inspectTexts(_ model: TextStanceModel) throws {
            guard target.map(model.targets.contains) ?? true else { throw unknown(model.targets) }
            for name in model.targets where target == nil || target == name {
                Console.output("target \(name)\n")
                show(model.namedWeights(target: name), labels: model.labels.map(\.rawValue))
            }
        }

        private func unknown(_ targets: [String]) -> FileError {
            FileError(path: model, reason: "has no target '\(target ?? "")'; it has " + targets.joined(separator: ", "))
        }

        private func show(_ weights: [NamedWeights], labels: [String]) {
            let blocks = Dictionary(grouping: weights, by: \.block).sorted { $0.key < $1.key }
            for (number, label) in labels.enumerated() {
                Console.output("  \(label)\n")
                for (block, features) in blocks {
                    let largest = features.filter { $0.weights[number] > 0 }.sorted {
                        ($1.weights[number], $0.name) < ($0.weights[number], $1.name)
                    }.prefix(top)
                    guard !largest.isEmpty else { continue }
                    let parts = largest.map { "\($0.name) \(FiguresTable.rounded($0.weights[number]))" }
                    Console.output("    \(block): " + parts.joined(separator: ", ") + "\n")
                }
            }
        }
    }
}
