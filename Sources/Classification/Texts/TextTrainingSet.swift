import Discourse
import LinearModels

/// Labelled texts, read once: n-grams with their counts, and measures.
struct TextTrainingSet {
    let targets: [String]
    let labels: [Stance]
    /// The number of each text's target and label.
    let target, label: [Int]
    /// The n-grams of text *i* stand at `starts[i]..<starts[i + 1]`, in the order of their first places.
    private(set) var starts: [Int] = [0]
    private(set) var grams: [Int32] = []
    private(set) var counts: [Int32] = []
    /// The block of each n-gram.
    private(set) var blocks: [UInt8] = []
    /// Texts × columns, thousandths.
    private(set) var dense: [Int32] = []
    let measures: TextMeasures
    private(set) var keys: [UInt64] = []
    /// The names of all n-grams, one after the other.
    private var nameBytes: [UInt8] = []
    private var nameStarts: [Int] = [0]

    init(_ examples: [TextExample], vectors: WordVectors?) {
        targets = Set(examples.map(\.target)).sorted()
        let stances = Set(examples.map(\.stance))
        labels = Stance.allCases.filter(stances.contains)
        let numbers = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, $0) })
        target = examples.map { numbers[$0.target]! }
        label = examples.map { [labels] example in labels.firstIndex(of: example.stance)! }
        measures = TextMeasures(vectors: vectors, targets: targets)
        read(examples)
    }

    var count: Int { target.count }

    func name(of gram: Int) -> String {
        String(decoding: nameBytes[nameStarts[gram]..<nameStarts[gram + 1]], as: UTF8.self)
    }

    private mutating func read(_ examples: [TextExample]) {
        var (table, reader) = (KeyTable(), TextGrams())
        /// Where each n-gram stands in `grams` for the text of the moment, or below its start.
        var places: [Int] = []
        for (index, example) in examples.enumerated() {
            let bytes = Array(example.text.utf8)
            reader.read(bytes.span)
            let start = grams.count
            for gram in reader.grams {
                let (number, isNew) = table.number(of: gram.key)
                if isNew {
                    places.append(-1)
                    blocks.append(gram.kind.block)
                    reader.appendName(of: gram, to: &nameBytes)
                    nameStarts.append(nameBytes.count)
                }
                if places[number] >= start {
                    counts[places[number]] += 1
                } else {
                    places[number] = grams.count
                    grams.append(Int32(number))
                    counts.append(1)
                }
            }
            starts.append(grams.count)
            dense.append(contentsOf: measures(bytes.span, lowered: reader.lowered, target: target[index]))
        }
        keys = table.keys
    }
}
