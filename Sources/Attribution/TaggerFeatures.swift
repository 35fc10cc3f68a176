import Discourse
import LinearModels

/// The tagger's one feature function, for training and for prediction: a paragraph into hashed features.
///
/// Everything is looked up once a token (`Attributes`), then combined by the templates of `append(_:at:)`.
/// A template has a number of its own, which goes into the hash.
struct TaggerFeatures {
    private let document: Document
    private let attributes: [Attributes]
    let states: [QuotationState]
    let speech: [PartOfSpeech]

    /// What the templates look at.
    private struct Attributes {
        var forms: WordForms
        var shape: UInt32
        var speech: UInt32 = 0
        /// Finite verbs of the sentence before this token, up to 3, and steps to the next one, up to 9.
        var verbsBefore: UInt32 = 0
        var nextVerb: UInt32 = 9
        var source: UInt32
        var cue: UInt32
        /// Index of the nearest likely cue before and after, in the same sentence; -1 for none.
        var cueBefore: Int32 = -1
        var cueAfter: Int32 = -1
        /// How far the ends of the sentence are.
        var fromStart: Int32 = 0
        var toEnd: Int32 = 0
        /// What stands between the nearest likely cue before and here: comma 1, quotation mark 2, *that* 4, another mark 8.
        var between: UInt32 = 0
        /// The token after the quotation that holds this one, and the one before it; -1 for none.
        var afterQuotation: Int32 = -1
        var beforeQuotation: Int32 = -1
        /// Distance to the last mark before and the next mark after within the sentence, up to 7.
        var markBefore: UInt32 = 0
        var markAfter: UInt32 = 0
    }

    init(_ document: Document, _ likelihood: RoleLikelihood, _ partsOfSpeech: PartOfSpeechTagger) {
        self.document = document
        states = QuotationState.states(of: document)
        let allForms = WordForms.all(of: document)
        let speech = partsOfSpeech(document, allForms)
        self.speech = speech
        var attributes = zip(document.tokens, allForms).map { token, forms in
            var buckets: (source: UInt8, cue: UInt8) = (0, 0)
            if token.kind == .word || token.kind == .mark && document.utf8[Int(token.start)] == UInt8(ascii: ":") {
                buckets = likelihood(word: token.key.bits, ending: forms.endingKey)
            }
            return Attributes(
                forms: forms, shape: UInt32(token.shape.rawValue) &* 8 &+ UInt32(token.kind.rawValue),
                source: UInt32(buckets.source), cue: UInt32(buckets.cue))
        }
        for index in attributes.indices { attributes[index].speech = UInt32(speech[index].rawValue) + 1 }
        for sentence in document.sentences {
            TaggerFeatures.lookAround(sentence, document, &attributes)
            TaggerFeatures.countVerbs(sentence, speech, &attributes)
        }
        for quotation in document.quotations where quotation.depth == 0 {
            let paragraph = document.paragraphs[document.paragraph(of: quotation.tokens.lowerBound)].tokens
            for index in quotation.tokens {
                if quotation.tokens.upperBound < paragraph.upperBound {
                    attributes[index].afterQuotation = Int32(quotation.tokens.upperBound)
                }
                if quotation.tokens.lowerBound > paragraph.lowerBound {
                    attributes[index].beforeQuotation = Int32(quotation.tokens.lowerBound - 1)
                }
            }
        }
        self.attributes = attributes
    }

    /// From this bucket on a word is a likely cue.
    static let likelyCue: UInt32 = 5

    private static func lookAround(_ sentence: Range<Int>, _ document: Document, _ attributes: inout [Attributes]) {
        var (last, between, mark): (Int32, UInt32, UInt32) = (-1, 0, 7)
        for index in sentence {
            attributes[index].cueBefore = last
            attributes[index].between = between
            attributes[index].markBefore = mark
            attributes[index].fromStart = Int32(index - sentence.lowerBound)
            attributes[index].toEnd = Int32(sentence.upperBound - 1 - index)
            let token = document.tokens[index]
            mark = min(7, mark + 1)
            switch token.kind {
            case .quote: between |= 2
            case .mark, .terminal:
                between |= document.utf8[Int(token.start)] == UInt8(ascii: ",") ? 1 : 8
                mark = 0
            case .word where token.key == that: between |= 4
            default: break
            }
            if attributes[index].cue >= likelyCue { (last, between) = (Int32(index), 0) }
        }
        (last, mark) = (-1, 7)
        for index in sentence.reversed() {
            attributes[index].cueAfter = last
            attributes[index].markAfter = mark
            mark = document.tokens[index].kind == .mark ? 0 : min(7, mark + 1)
            if attributes[index].cue >= likelyCue { last = Int32(index) }
        }
    }

    private static func countVerbs(_ sentence: Range<Int>, _ speech: [PartOfSpeech], _ attributes: inout [Attributes]) {
        var (count, next): (UInt32, UInt32) = (0, 9)
        for index in sentence {
            attributes[index].verbsBefore = count
            if speech[index].isFiniteVerb { count = min(3, count + 1) }
        }
        for index in sentence.reversed() {
            attributes[index].nextVerb = next
            next = speech[index].isFiniteVerb ? 0 : min(9, next + 1)
        }
    }

    private static let that = WordKey("that")
}

// MARK: - Templates

extension TaggerFeatures {
    /// Appends the features of a paragraph that a model without drafts sees, one position a token.
    func append(_ paragraph: Document.Paragraph, to sink: inout some FeatureSink) {
        var row = FeatureHashes()
        var sentence = paragraph.sentences.lowerBound
        for index in paragraph.tokens {
            while document.sentences[sentence].upperBound <= index { sentence += 1 }
            append(index, paragraph, sentence, &row)
            row.move(to: &sink)
        }
    }

    /// Appends what a first model's tags add to them.
    ///
    /// - Parameters:
    ///   - drafts: One tag a token of the document, up to the end of the paragraph at least.
    ///   - withWords: Whether the features of words come before them at each position, as a model is trained.
    func append(
        drafts: [RoleTag], of paragraph: Document.Paragraph, withWords: Bool = false, to sink: inout some FeatureSink
    ) {
        var row = FeatureHashes()
        var sentence = paragraph.sentences.lowerBound
        let outlines = DraftOutline.outlines(of: drafts, in: paragraph, document)
        for index in paragraph.tokens {
            while document.sentences[sentence].upperBound <= index { sentence += 1 }
            if withWords { append(index, paragraph, sentence, &row) }
            append(drafts, outlines[index - paragraph.tokens.lowerBound], index, paragraph, &row)
            row.move(to: &sink)
        }
    }

    /// What the first model made of the paragraph.
    private func append(
        _ drafts: [RoleTag], _ outline: DraftOutline, _ index: Int, _ paragraph: Document.Paragraph,
        _ features: inout FeatureHashes
    ) {
        var hash = TemplateHash(template: 1_000)
        let bounds = paragraph.tokens
        func tag(_ offset: Int) -> UInt32 {
            bounds.contains(index + offset) ? UInt32(drafts[index + offset].rawValue) : 9
        }
        let (word, q) = (attributes[index].forms.word, UInt32(states[index].rawValue))
        for offset in -3...3 { features.append(hash(tag(offset))) }
        features.append(hash(tag(-1), tag(0), tag(1)))
        features.append(hash(tag(-2) &* 16 &+ tag(-1), tag(0), tag(1) &* 16 &+ tag(2)))
        features.append(hash(tag(0), word))
        features.append(hash(tag(0), tag(1), word))
        features.append(hash(tag(-1), tag(0), word))
        features.append(hash(tag(0), q, attributes[index].shape))
        features.append(hash(tag(0), outline.spanBefore, outline.spanAfter))
        features.append(
            hash(
                outline.spanBefore &* 16 &+ outline.spanTwoBefore, tag(0),
                outline.spanAfter &* 16 &+ outline.spanTwoAfter))
        features.append(hash(tag(0), outline.inSentence, q))
        features.append(hash(tag(0), outline.cueBefore, outline.cueAfter))
        features.append(hash(outline.cueBefore, outline.inSentence, word))
        features.append(hash(tag(0), outline.length, outline.endsAtMark))
        features.append(hash(tag(0), outline.inParagraph, q))
        features.append(hash(tag(0), attributes[index].cue, outline.inSentence))
    }

    private func append(
        _ index: Int, _ paragraph: Document.Paragraph, _ sentence: Int, _ features: inout FeatureHashes
    ) {
        var hash = TemplateHash(template: 0)
        func emit(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) { features.append(hash(a, b, c)) }
        let bounds = paragraph.tokens
        func word(_ offset: Int) -> UInt32 {
            let at = index &+ offset
            return at < bounds.lowerBound ? 1 : at >= bounds.upperBound ? 2 : attributes[at].forms.word
        }
        func value(_ offset: Int, _ path: (Attributes) -> UInt32) -> UInt32 {
            let at = index &+ offset
            return at < bounds.lowerBound ? 901 : at >= bounds.upperBound ? 902 : path(attributes[at])
        }
        func state(_ offset: Int) -> UInt32 {
            let at = index &+ offset
            return bounds.contains(at) ? UInt32(states[at].rawValue) : 77
        }
        let here = attributes[index]
        let q = state(0)
        let (w1, w0, w2) = (word(-1), here.forms.word, word(1))

        // Words around.
        for offset in -4...4 { emit(word(offset)) }
        emit(w1, w0)
        emit(w0, w2)
        emit(word(-2), w1)
        emit(w2, word(2))
        emit(w1, w2)
        emit(word(-2), w1, w0)
        emit(w0, w2, word(2))
        // Parts of words.
        for offset in -1...1 { emit(value(offset) { $0.forms.ending }) }
        for offset in -2...2 { emit(value(offset) { $0.forms.stem }) }
        emit(here.forms.shortEnding, value(-1) { $0.forms.shortEnding }, value(1) { $0.forms.shortEnding })
        emit(here.forms.shortEnding, here.shape)
        // Capitals and kinds.
        emit(value(-1) { $0.shape }, here.shape, value(1) { $0.shape })
        emit(here.shape, value(1) { $0.shape }, value(2) { $0.shape })
        emit(value(-2) { $0.shape }, value(-1) { $0.shape }, here.shape)
        emit(here.shape, w1)
        emit(here.shape, w2)
        // Learned shares of roles.
        for offset in -3...3 { emit(value(offset) { $0.cue }) }
        emit(value(-1) { $0.cue }, here.cue, value(1) { $0.cue })
        emit(value(-2) { $0.cue }, value(-1) { $0.cue }, here.cue)
        emit(here.cue, value(1) { $0.cue }, value(2) { $0.cue })
        emit(value(-1) { $0.source }, here.source, value(1) { $0.source })
        emit(here.source, here.shape, value(1) { $0.cue })
        emit(here.source, value(-1) { $0.cue }, here.shape)
        emit(here.cue, here.source, q)
        emit(here.cue, w2)
        emit(here.cue, value(1) { $0.shape }, value(2) { $0.shape })
        emit(here.cue, value(-1) { $0.source }, value(-1) { $0.shape })
        // Parts of speech.
        for offset in -2...2 { emit(value(offset) { $0.speech }) }
        emit(value(-1) { $0.speech }, here.speech, value(1) { $0.speech })
        emit(value(-2) { $0.speech }, value(-1) { $0.speech }, here.speech)
        emit(here.speech, value(1) { $0.speech }, value(2) { $0.speech })
        emit(here.speech, here.cue, value(1) { $0.speech })
        emit(here.speech, here.source, value(1) { $0.cue })
        emit(here.speech, here.verbsBefore, here.nextVerb)
        emit(here.speech, value(-1) { $0.cue }, q)
        emit(here.verbsBefore, here.between, q)
        emit(w1, here.speech, value(1) { $0.speech })
        emit(here.speech, w2)
        // Quotation.
        emit(state(-1), q, state(1))
        emit(q, w0)
        emit(q, w1)
        emit(q, w2)
        emit(q, here.shape, value(-1) { $0.cue })
        let after = here.afterQuotation < 0 ? 900 : attributes[Int(here.afterQuotation)].cue
        let afterNext =
            here.afterQuotation < 0 || Int(here.afterQuotation) + 1 >= bounds.upperBound
            ? 900 : attributes[Int(here.afterQuotation) + 1].cue
        let beforeWord = here.beforeQuotation < 0 ? 3 : attributes[Int(here.beforeQuotation)].forms.word
        emit(q, after, afterNext)
        emit(q, here.afterQuotation < 0 ? 3 : attributes[Int(here.afterQuotation)].forms.word)
        emit(q, beforeWord)
        emit(q, here.beforeQuotation < 0 ? 900 : attributes[Int(here.beforeQuotation)].cue)
        // Place in the sentence and paragraph.
        let start = UInt32(min(3, here.fromStart))
        let end = UInt32(min(3, here.toEnd))
        emit(start, end, q)
        emit(start, w0)
        emit(start, here.shape, here.source)
        emit(end, w0)
        let ordinal = UInt32(min(2, sentence - paragraph.sentences.lowerBound))
        emit(ordinal, UInt32(bounds.lowerBound == index ? 1 : 0), q)
        emit(word(Int(-here.fromStart)), UInt32(min(12, here.fromStart)))
        emit(word(Int(-here.fromStart)), q)
        emit(paragraph.kind.feature, q)
        emit(paragraph.kind.feature, start)
        // The nearest likely cue on each side.
        let (before, distanceBefore) = near(here.cueBefore, index)
        let (next, distanceNext) = near(here.cueAfter, index)
        emit(before, distanceBefore)
        emit(next, distanceNext)
        emit(before, q)
        emit(next, q)
        emit(before, next)
        emit(before, here.between)
        emit(distanceBefore, here.between, q)
        emit(distanceBefore, distanceNext, q)
        emit(distanceNext, q, here.shape)
        emit(distanceBefore, w0)
        emit(distanceNext, w0)
        emit(stem(here.cueBefore), here.between, q)
        emit(stem(here.cueAfter), UInt32(min(4, here.toEnd)), q)
        emit(here.markBefore, here.markAfter, q)
        emit(here.markBefore, distanceBefore, here.between)
        emit(here.markAfter, distanceNext, here.shape)
    }

    /// The word of a likely cue and how far it is, in steps that grow.
    private func near(_ cue: Int32, _ index: Int) -> (word: UInt32, distance: UInt32) {
        guard cue >= 0 else { return (5, 99) }
        let distance = abs(Int(cue) - index)
        let step: UInt32 =
            distance < 6 ? UInt32(distance) : distance < 9 ? 6 : distance < 14 ? 7 : distance < 22 ? 8 : 9
        return (attributes[Int(cue)].forms.word, step)
    }

    private func stem(_ cue: Int32) -> UInt32 { cue >= 0 ? attributes[Int(cue)].forms.stem : 5 }
}

extension Document.Paragraph.Kind {
    fileprivate var feature: UInt32 {
        switch self {
        case .headline: 1
        case .body: 2
        case .bullet: 3
        case .heading: 4
        case .sources: 5
        }
    }
}
