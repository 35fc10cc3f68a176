import Discourse
import LinearModels

/// A document with its attributions marked by hand.
public struct AnnotatedDocument: Sendable {
    public let document: Document
    public let attributions: [Attribution]

    public init(document: Document, attributions: [Attribution]) {
        (self.document, self.attributions) = (document, attributions)
    }

    /// - Parameter spans: Byte ranges; each is widened to whole tokens, and an attribution whose content holds no token is left out.
    public init(document: Document, spans: [AttributionSpans]) {
        func tokens(_ range: Range<Int>) -> Range<Int>? {
            let tokens = document.tokens(covering: range)
            return tokens.isEmpty ? nil : tokens
        }
        let attributions = spans.map {
            Attribution(
                source: $0.source.first.flatMap(tokens), cue: $0.cue.first.flatMap(tokens),
                content: $0.content.compactMap(tokens))
        }
        self.init(document: document, attributions: attributions.filter { !$0.content.isEmpty })
    }
}

/// A document with the part of speech of its words, as a treebank gives them.
public struct TaggedDocument: Sendable {
    public let document: Document
    /// One a token; nil where the treebank has none that ends where the token does.
    let tags: [PartOfSpeech?]

    /// - Parameter words: Byte ranges into the text, with tags of the Penn Treebank.
    public init(document: Document, words: [(bytes: Range<Int>, tag: String)]) {
        let byEnd = Dictionary(words.map { (Int32($0.bytes.upperBound), $0.tag) }) { $1 }
        self.document = document
        tags = document.tokens.map { token in byEnd[token.end].map { PartOfSpeech(penn: $0) } }
    }
}

extension Tagger {
    /// Learns word likelihoods and weights from annotated documents.
    ///
    /// What a document is trained with comes from the other documents only, in five folds by position: its
    /// likelihoods, so that a rare cue does not look certain in training, and the first model's tags that the
    /// second sees.
    static func train(
        on corpus: [AnnotatedDocument], partsOfSpeech: PartOfSpeechTagger, passes: Int, rowBits: Int, seed: UInt64
    ) -> Tagger {
        let counts = corpus.map(RoleCounts.init)
        var total = RoleCounts()
        for count in counts { total.add(count) }
        let trainer = SequencePerceptron(
            labels: RoleTag.names, rowBits: rowBits, passes: passes, seed: seed,
            isForbidden: { !RoleTag.canFollow(RoleTag(rawValue: $0)!, RoleTag(rawValue: $1)!) },
            cannotStart: { RoleTag(rawValue: $0)!.isInside })

        var features: [TaggerFeatures?] = Array(repeating: nil, count: corpus.count)
        for fold in 0..<folds {
            var others = total
            for index in corpus.indices where index % folds == fold { others.subtract(counts[index]) }
            let likelihood = others.likelihood
            for index in corpus.indices where index % folds == fold {
                features[index] = TaggerFeatures(corpus[index].document, likelihood, partsOfSpeech)
            }
        }
        let plain = corpus.indices.map { examples(corpus[$0], features[$0]!, drafts: nil) }
        var drafts: [[RoleTag]] = Array(repeating: [], count: corpus.count)
        for fold in 0..<folds {
            let model = trainer.train(on: corpus.indices.filter { $0 % folds != fold }.flatMap { plain[$0] })
            for index in corpus.indices where index % folds == fold {
                drafts[index] = tags(features[index]!, with: model, document: corpus[index].document)
            }
        }
        let first = trainer.train(on: plain.flatMap(\.self))
        let stacked = corpus.indices.map { examples(corpus[$0], features[$0]!, drafts: drafts[$0]) }
        let second = trainer.train(
            on: stacked.flatMap(\.self), metadata: ["seed": String(seed), "passes": String(passes)])

        // Confidence is learned on one fold, which a model of the others tags.
        let held = corpus.indices.filter { $0 % folds == 0 }
        let judge = Tagger(
            partsOfSpeech: partsOfSpeech, likelihood: total.likelihood, first: first,
            second: trainer.train(on: corpus.indices.filter { $0 % folds != 0 }.flatMap { stacked[$0] }),
            confidence: ConfidenceScale([(0.5, true)]))
        let outcomes = held.flatMap { index in
            let document = corpus[index].document
            let found = Linker(document: document).attributions(
                of: judge.spans(features[index]!, drafts: drafts[index], document: document))
            return zip(found, found.agreement(with: corpus[index].attributions)).map { ($0.confidence, $1) }
        }
        return Tagger(
            partsOfSpeech: partsOfSpeech, likelihood: total.likelihood, first: first, second: second,
            confidence: ConfidenceScale(outcomes.isEmpty ? [(0.5, true)] : outcomes))
    }

    private static let folds = 5

    private static func examples(
        _ item: AnnotatedDocument, _ features: TaggerFeatures, drafts: [RoleTag]?
    ) -> [SequencePerceptron.Example] {
        let tags = item.tags
        return item.document.paragraphs.map { paragraph in
            var hashes = SequenceModel.Features()
            if let drafts {
                features.append(drafts: drafts, of: paragraph, withWords: true, to: &hashes)
            } else {
                features.append(paragraph, to: &hashes)
            }
            return SequencePerceptron.Example(
                features: hashes, labels: tags[paragraph.tokens].map { Int8($0.rawValue) })
        }
    }
}

extension AnnotatedDocument {
    /// One tag a token. Where spans meet, content yields to cue and cue to source.
    var tags: [RoleTag] {
        var tags = [RoleTag](repeating: .outside, count: document.tokens.count)
        func mark(_ range: Range<Int>, _ start: RoleTag, _ inside: RoleTag) {
            // A span over several paragraphs starts anew in each.
            for token in range {
                let startsParagraph = document.paragraphs[document.paragraph(of: token)].tokens.lowerBound == token
                tags[token] = token == range.lowerBound || startsParagraph ? start : inside
            }
        }
        for attribution in attributions {
            for range in attribution.content { mark(range, .contentStart, .content) }
        }
        for attribution in attributions {
            if let cue = attribution.cue { mark(cue, .cueStart, .cue) }
        }
        for attribution in attributions {
            if let source = attribution.source { mark(source, .sourceStart, .source) }
        }
        for token in tags.indices where tags[token].isInside && (token == 0 || tags[token - 1].role != tags[token].role)
        {
            tags[token] = RoleTag(rawValue: tags[token].rawValue - 1)!
        }
        return tags
    }
}

/// How often each word and each ending has each role.
struct RoleCounts {
    private var words: [UInt64: RoleLikelihood.Count] = [:]
    private var endings: [UInt64: RoleLikelihood.Count] = [:]
    private var endingOfWord: [UInt64: UInt64] = [:]

    init() {}

    init(_ item: AnnotatedDocument) {
        let tags = item.tags
        for (index, token) in item.document.tokens.enumerated() where token.kind == .word || token.kind == .mark {
            let role = tags[index].role
            let one = RoleLikelihood.Count(total: 1, source: role == .source ? 1 : 0, cue: role == .cue ? 1 : 0)
            let ending = WordForms(token, item.document.utf8).endingKey
            words[token.key.bits, default: .init()].add(one)
            endings[ending, default: .init()].add(one)
            endingOfWord[token.key.bits] = ending
        }
    }

    mutating func add(_ other: RoleCounts) {
        words.merge(other.words) {
            var sum = $0; sum.add($1); return sum
        }
        endings.merge(other.endings) {
            var sum = $0; sum.add($1); return sum
        }
        endingOfWord.merge(other.endingOfWord) { first, _ in first }
    }

    mutating func subtract(_ other: RoleCounts) {
        for (key, count) in other.words { words[key] = words[key].map { $0 - count } }
        for (key, count) in other.endings { endings[key] = endings[key].map { $0 - count } }
    }

    var likelihood: RoleLikelihood {
        RoleLikelihood(words: words, endings: endings.filter { $0.value.total >= 1 }, endingOfWord: endingOfWord)
    }
}
