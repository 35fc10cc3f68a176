import ArgumentParser
import LinearModels
import TextFiles

extension Train {
    struct Vectors: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make word vectors out of a sentence encoder.",
            discussion: """
                ENCODER is a folder with model.safetensors and vocab.txt of an uncased BERT-like encoder, such as \
                all-MiniLM-L6-v2. Each word piece is run through it alone; what comes out is kept in fewer dimensions, \
                in bytes.

                Example:
                  demarche train vectors all-MiniLM-L6-v2 --output Models/word-vectors.safetensors
                """)

        @Argument(help: "The folder of the encoder.")
        var encoder: String

        @Option(name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"))
        var output: String

        @Option(help: "How many numbers a vector has; a multiple of 16.")
        var dimensions = 192

        @Option(help: "How many heads the encoder's attention has.")
        var heads = 12

        func validate() throws {
            guard dimensions > 0, dimensions % 16 == 0 else {
                throw ValidationError("--dimensions must be a multiple of 16")
            }
            guard heads > 0 else { throw ValidationError("--heads must be at least 1") }
        }

        func run() throws {
            try StagedFile.probe(output)
            var distill = WordVectorDistiller()
            (distill.dimensions, distill.heads) = (dimensions, heads)
            let file = try distill(folder: encoder) { done, all in
                if Console.isTerminal { Console.error("\(done) of \(all) pieces") }
            }
            try file.write(to: output)
            Console.output(
                "\(try WordVectors(path: output).count) vectors of \(dimensions) numbers; written to \(output)\n")
        }
    }
}
