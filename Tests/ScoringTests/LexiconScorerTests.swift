import Discourse
import TestSupport
import Testing

@testable import Scoring

struct LexiconScorerTests {
    private func entries(_ text: String) -> [String] { Folder.valence(text).hits.map(\.entry) }

    private func rules(of entry: String, in text: String) -> [String]? {
        Folder.valence(text).hits.first { $0.entry == entry }?.rules
    }

    // MARK: Words

    @Test func `a hit tells its tokens, its entry and its value`() {
        let document = Document.of("They called it a terrible mistake.")
        let valence = Folder.score([document.whole])
        #expect(valence.hits.map { document.passage($0.tokens).text } == ["terrible", "mistake"])
        #expect(valence.hits.map(\.entry) == ["terrible", "mistake"])
        #expect(valence.hits.map(\.value) == [-2_100_000, -1_400_000])
        #expect(valence.total == -3_500_000)
    }

    @Test func `the compound is the total over the root of its square and one and a half for each word`() {
        let valence = Folder.valence("They called it a terrible mistake.")
        #expect(abs(valence.compound - -3.5 / (3.5 * 3.5 + 1.5 * 6).squareRoot()) < 1e-12)
    }

    @Test(arguments: [
        "The United Nations Security Council met on Tuesday.", "United Nations Security Council",
        "The parties returned to the peace talks.", "The party leader likes natural gas.",
        "He said the treaty, the truce and the agreement were on the table.",
        "the department of justice and the security forces",
        "A kind of dialogue, as well as a deal", "",
    ])
    func `institutions and topics have no tone`(text: String) {
        let valence = Folder.valence(text)
        #expect(valence.hits.allSatisfy { $0.entry == "likes" })
        #expect(valence.hits.isEmpty == (valence.compound == 0))
    }

    @Test func `the longest run of words wins, and its parts are not counted again`() {
        #expect(entries("The tribunal heard of war crimes.") == ["war crimes"])
        #expect(entries("They broke off talks and want to end the war.") == ["broke off talks", "end the war"])
        #expect(entries("The WAR CRIMES were terrible.") == ["war crimes", "terrible"])
        #expect(entries("Peace talks") == [])
    }

    @Test func `a run of words does not reach past the passage`() {
        let document = Document.of("They want to end the war crimes.")
        let words = document.tokens(covering: 13..<24)
        #expect(document.passage(words).text == "end the war")
        #expect(Folder.score([document.passage(words)]).hits.map(\.entry) == ["end the war"])
        #expect(Folder.score([document.passage(words.lowerBound..<words.upperBound - 1)]).hits == [])
    }

    @Test func `case and curly apostrophes do not matter`() {
        #expect(rules(of: "good", in: "It isn’t good.") == ["negation"])
        #expect(rules(of: "good", in: "It ISN'T good.") == ["negation"])
        #expect(entries("I can’t stand this.") == ["ca n't stand"])
    }

    // MARK: Negation

    @Test(arguments: [
        "The plan is not good.", "The plan isn't good.", "The plan was never really that good.",
        "There is no good plan.",
        "Nobody brought good news, nobody had a good plan.", "It was neither good nor new.", "It is hardly good.",
        "We left without a good plan.", "The plan is anything but good.",
    ])
    func `a negated good thing is not positive`(text: String) {
        #expect(Folder.valence(text).compound < 0.05)
    }

    @Test(arguments: [
        "No, that is good.", "They did not come, but the plan is good.", "He cannot come because the plan is good.",
        "It does not matter; the plan is good.", "They did not come. The plan is good.", "Not only is the plan good.",
        "It will, no doubt, be good.", "The guests who did not come to the meeting on the day said it was good.",
        "The plan (which is not new) is good.",
    ])
    func `negation does not leak`(text: String) {
        let rules = rules(of: "good", in: text) ?? ["missing"]
        #expect(!rules.contains { ["negation", "no", "barely", "lack", "missing"].contains($0) })
    }

    @Test func `a negation outside the passage is not looked at`() {
        let document = Document.of("They did not say \"good plan\".")
        let good = document.tokens(covering: 18..<22)
        #expect(Folder.score([document.passage(good)]).hits.map(\.rules) == [[]])
    }

    @Test func `a negated violence weighs less than the violence itself`() {
        let (plain, negated) = (
            Folder.valence("There was violence.").total, Folder.valence("There was no violence.").total
        )
        #expect(plain < 0 && negated > plain)
    }

    // MARK: Other rules

    @Test func `degrees order as one expects`() {
        let totals = ["slightly good", "good", "very good", "very GOOD"].map {
            Folder.valence("It is a \($0) day here.").total
        }
        #expect(totals == totals.sorted() && Set(totals).count == 4)
    }

    @Test func `what follows a contrast decides`() {
        #expect(
            Folder.valence("The road is good but dangerous.").compound
                < Folder.valence("The road is dangerous but good.").compound)
        #expect(Folder.valence("Although the road is good, it is dangerous.").compound < 0)
    }

    @Test func `marks at the end act on their sentence only`() {
        #expect(rules(of: "good", in: "It is good! It is bad.") == ["exclamation"])
        #expect(rules(of: "bad", in: "It is good!!!!! It is bad.") == [])
        #expect(rules(of: "good", in: "It is good!!!!! It is bad.") == ["exclamation", "exclamation", "exclamation"])
        #expect(rules(of: "good", in: "Is it good? It is bad.") == ["question"])
    }

    @Test func `capitals mean nothing where all is in capitals`() {
        #expect(rules(of: "terrible", in: "It was TERRIBLE news.") == ["capitals"])
        #expect(rules(of: "terrible", in: "IT WAS TERRIBLE NEWS") == [])
    }

    // MARK: Names

    @Test(arguments: [
        "We met Hope Hicks in town.", "The Freedom Party met.", "They arrived at Great Falls on Monday.",
        "He spoke to Mr. Best.",
        "Grace Sweet spoke first in town.", "He works for the Victory FUND in town.",
        "Members of Hope-Alliance came along.",
    ])
    func `names have no tone`(text: String) {
        #expect(Folder.valence(text).hits == [])
    }

    @Test(arguments: [
        ("Good roads were built.", "good"), ("“Terrible things happened,” he said.", "terrible"),
        ("He said: “Great work was done.”", "great"),
        ("STOP this terrible war.", "terrible"), ("Great News for Town", "great news"),
        ("He told them: Terrible times will come.", "terrible"),
        ("(Good roads were built.)", "good"),
    ])
    func `a capital at the start of a sentence, or in a title, makes no name`(text: String, entry: String) {
        #expect(entries(text).contains(entry))
    }

    @Test func `masked tokens have no tone`() {
        let marked = MarkedText("The [N|good brave] council met in a terrible hurry.")
        let document = marked.document
        let mask = document.tokens(covering: marked["N"][0])
        #expect(Folder.score([document.whole], masking: [mask]).hits.map(\.entry) == ["terrible"])
        #expect(Folder.score([document.whole], masking: [0..<0, document.whole.tokens]).hits == [])
        #expect(Folder.score([document.whole], masking: []).hits.map(\.entry) == ["good", "brave", "terrible"])
    }

    // MARK: Passages

    @Test func `no passage and an empty passage score 0`() {
        let document = Document.of("A good plan.")
        #expect(Folder.score([]) == Valence(compound: 0, hits: []))
        #expect(Folder.score([document.passage(0..<0)]) == Valence(compound: 0, hits: []))
        #expect(Folder.score([Document.of("").whole]) == Valence(compound: 0, hits: []))
    }

    @Test func `passages of one statement are scored together`() {
        let document = Document.of("\"A good plan,\" he said, \"and a brave one.\"")
        let parts = document.quotations.map { document.passage($0.tokens) }
        #expect(parts.count == 2)
        let (both, apart) = (Folder.score(parts), parts.map { Folder.score([$0]) })
        #expect(both.hits == apart.flatMap(\.hits))
        #expect(both.total == apart[0].total + apart[1].total)
    }

    @Test(arguments: [
        ("We reject the peace agreement.", -1), ("The war must end now, the killing is horrible.", -1),
        ("We welcome the breakthrough in the talks.", 1), ("The negotiations collapsed amid bitter accusations.", -1),
        ("The humanitarian corridor saved lives.", 1), ("The delegations met at noon in the hotel.", 0),
    ])
    func `tone is told apart from stance and topic`(text: String, sign: Int) {
        #expect(Folder.valence(text).total.signum() == sign)
    }
}
