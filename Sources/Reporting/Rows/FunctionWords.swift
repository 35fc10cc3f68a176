/// Words that say nothing by themselves, so that lists of strong words pass over them: articles, pronouns,
/// prepositions, conjunctions, auxiliary verbs, and the plainest verbs that report.
///
/// Their weights count as all others do. Words that turn a sentence round or bind somebody (*not*, *never*, *without*,
/// *against*, *must*, *unless*) are left out of the table on purpose: they are listed.
enum FunctionWords {
    /// - Parameter term: In lower case.
    static func contains(_ term: String) -> Bool {
        // A mark, or a single letter or digit, names nothing.
        if term.utf8.count == 1 { return true }
        return words.contains(term) || !term.utf8.contains { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }

    private static let words: Set<String> = Set(
        (articles + pronouns + prepositions + conjunctions + verbs + reports + marks).split(separator: " ").map(
            String.init))

    private static let articles = "a an the this that these those such some any each every all both either another "
    private static let pronouns =
        "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one who whom whose which what himself herself itself themselves ourselves myself there here "
    private static let prepositions =
        "of in to for with on at by from about into over after before between through during under since toward towards among within upon per via as than like near around along behind beyond off out up down across "
    private static let conjunctions =
        "and or but so because while when where whether if though although then also just very more most too only even still now how why "
    private static let verbs =
        "be am is are was were been being have has had having do does did doing done will would can could may might shall should 's 're 've 'll 'd 'm ’s ’re ’ve ’ll ’d ’m "
    private static let reports = "say says said saying tell tells told telling add adds added adding "
    private static let marks = "-- ... … – — “ ” ‘ ’ « »"
}
