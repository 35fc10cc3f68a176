import Discourse
import LinearModels

/// A part of speech for each token, from left to right: an averaged perceptron over words, their parts and the
/// tags before.
struct PartOfSpeechTagger: Sendable {
    let classifier: HashedClassifier

    /// One tag a token of the document.
    func callAsFunction(_ document: Document, _ forms: [WordForms]) -> [PartOfSpeech] {
        var tags: [PartOfSpeech] = []
        tags.reserveCapacity(document.tokens.count)
        var features: [UInt32] = []
        for sentence in document.sentences {
            for index in sentence {
                guard document.tokens[index].kind == .word || document.tokens[index].kind == .clitic else {
                    tags.append(document.tokens[index].kind == .number ? .number : .punctuation)
                    continue
                }
                PartOfSpeechTagger.features(at: index, in: sentence, document, forms, tags, into: &features)
                tags.append(PartOfSpeech(rawValue: UInt8(classifier.predict(features)))!)
            }
        }
        return tags
    }

    /// - Parameter tags: Those of the tokens before.
    private static func features(
        at index: Int, in sentence: Range<Int>, _ document: Document, _ forms: [WordForms], _ tags: [PartOfSpeech],
        into features: inout [UInt32]
    ) {
        features.removeAll(keepingCapacity: true)
        var hash = TemplateHash(template: 0)
        func tag(_ offset: Int) -> UInt32 {
            index - offset >= sentence.lowerBound ? UInt32(tags[index - offset].rawValue) + 1 : 0
        }
        func word(_ offset: Int) -> UInt32 { sentence.contains(index + offset) ? forms[index + offset].word : 1 }
        func ending(_ offset: Int) -> UInt32 { sentence.contains(index + offset) ? forms[index + offset].ending : 1 }
        let (token, here) = (document.tokens[index], forms[index])
        let shape = UInt32(token.shape.rawValue)
        features.append(hash(here.word))
        features.append(hash(here.ending))
        features.append(hash(here.shortEnding))
        features.append(hash(here.stem))
        features.append(hash(shape, index == sentence.lowerBound ? 1 : 0))
        features.append(hash(shape, here.shortEnding))
        features.append(hash(shape, tag(1)))
        features.append(hash(tag(1)))
        features.append(hash(tag(1), tag(2)))
        features.append(hash(tag(1), here.word))
        features.append(hash(tag(1), here.ending))
        features.append(hash(tag(1), tag(2), here.ending))
        features.append(hash(word(-1), here.word))
        features.append(hash(word(-1)))
        features.append(hash(word(-2)))
        features.append(hash(word(1)))
        features.append(hash(word(2)))
        features.append(hash(ending(1), here.ending))
        features.append(hash(ending(1), tag(1)))
        features.append(hash(here.word, word(1)))
        features.append(hash(word(1), tag(1)))
        features.append(hash(UInt32(document.utf8[Int(token.start)] | 0x20), UInt32(min(8, token.bytes.count))))
        if document.utf8[token.bytes].contains(UInt8(ascii: "-")) { features.append(hash(77, here.ending)) }
    }
}

// MARK: - Training

extension PartOfSpeechTagger {
    static func train(on corpus: [TaggedDocument], passes: Int, rowBits: Int, seed: UInt64) -> PartOfSpeechTagger {
        var perceptron = HashedPerceptron(
            labels: PartOfSpeech.allCases.map { String(describing: $0) }, rowBits: rowBits)
        let forms = corpus.map { WordForms.all(of: $0.document) }
        var order = Array(corpus.indices)
        var random = Shuffler(seed: seed)
        var features: [UInt32] = []
        for _ in 0..<passes {
            random.shuffle(&order)
            for item in order {
                let document = corpus[item].document
                var tags: [PartOfSpeech] = []
                for sentence in document.sentences {
                    for index in sentence {
                        guard document.tokens[index].kind == .word || document.tokens[index].kind == .clitic,
                            let gold = corpus[item].tags[index]
                        else {
                            tags.append(document.tokens[index].kind == .number ? .number : .punctuation)
                            continue
                        }
                        PartOfSpeechTagger.features(
                            at: index, in: sentence, document, forms[item], tags, into: &features)
                        tags.append(
                            PartOfSpeech(rawValue: UInt8(perceptron.learn(features, label: Int(gold.rawValue))))!)
                    }
                }
            }
        }
        return PartOfSpeechTagger(classifier: perceptron.classifier)
    }
}
