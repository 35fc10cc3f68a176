import Discourse

/// Words whose full stop belongs to them, by what the stop tells about the end of a sentence.
///
/// The list was put together from the style of English-language newspapers: military and civil titles,
/// units, months as they are shortened in datelines, and company forms.
enum Abbreviations {
    enum Role {
        /// Stands before a name, so it never ends a sentence: *Gen. Ortiz*.
        case title
        /// Owns its stop only before a number: *No. 3*.
        case beforeNumber
        /// May end a sentence: *Inc.*, *a.m.*, *etc.*
        case mayEnd
    }

    static let longest = 8

    static let table: [WordKey: Role] = {
        var table: [WordKey: Role] = [:]
        for word in titles.split(separator: " ") { table[WordKey(word)] = .title }
        for word in beforeNumbers.split(separator: " ") { table[WordKey(word)] = .beforeNumber }
        for word in mayEnd.split(separator: " ") { table[WordKey(word)] = .mayEnd }
        return table
    }()

    private static let titles = """
        mr mrs ms mx dr prof rev fr msgr hon sen sens rep reps gov govs gen gens lt col maj capt cmdr cdr adm sgt cpl pvt \
        brig amb pres atty supt insp det mme mlle sr sra srta st mt ft vs cf viz approx ca eg ie messrs
        """
    private static let beforeNumbers =
        "no nos art sec ch vol fig pp para jan feb mar apr jun jul aug sept sep oct nov dec"
    private static let mayEnd = "inc ltd co corp llc plc bros jr esq etc al dept univ assn est ave blvd rd"
}
