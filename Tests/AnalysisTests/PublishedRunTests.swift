import Foundation
import TestSupport
import Testing

/// The promises of the project, checked in every row that a run on the samples publishes.
struct PublishedRunTests {
    private let run: SampleRun
    private let statements: [PublishedStatement]
    private let articles: [String: PublishedArticle]

    init() async throws {
        run = try await SampleRun.whole.value
        statements = try run.lines("statements.jsonl", of: PublishedStatement.self)
        articles = try Dictionary(
            uniqueKeysWithValues: run.lines("articles.jsonl", of: PublishedArticle.self).map { ($0.article_id, $0) })
    }

    @Test func `the samples have enough in them to test with`() {
        #expect(articles.count == 7)
        #expect(statements.count > 100)
        #expect(statements.contains { $0.source == nil } && statements.contains { $0.content.count > 1 })
        #expect(statements.contains { $0.actor == nil })
        #expect(articles.values.contains { $0.text.utf8.count > $0.n_characters }, "some text is not ASCII")
    }

    @Test func `source, cue and every content span stand at their offsets, word for word`() throws {
        for row in statements {
            let article = try #require(articles[row.article_id])
            #expect(!row.content.isEmpty, "\(row.statement_id)")
            for span in [row.source, row.cue].compactMap(\.self) + row.content {
                #expect(span.start < span.end)
                #expect(article.slice(span.start, span.end) == span.text, "\(row.statement_id)")
            }
        }
        for article in articles.values { #expect(article.text.unicodeScalars.count == article.n_characters) }
    }

    @Test func `a margin is its bias and the weights of its words, to the last digit`() throws {
        for row in statements {
            let sum = row.contributions.reduce(row.bias) { $0 + $1.weight }
            #expect(sum == row.margin, "\(row.statement_id)")
            let article = try #require(articles[row.article_id])
            for share in row.contributions { #expect(article.slice(share.start, share.end) == share.text) }
        }
    }

    @Test func `probabilities sum to one and their difference is the score`() {
        for row in statements {
            let stance = row.stance
            #expect(stance.favor + stance.against + stance.none == 1, "\(row.statement_id)")
            #expect(stance.favor - stance.against == stance.score, "\(row.statement_id)")
        }
    }

    @Test func `a statement names its actor, or says why it has none`() {
        for row in statements { #expect(!row.link_reason.isEmpty, "\(row.statement_id)") }
        #expect(Set(statements.map(\.statement_id)).count == statements.count)
    }

    @Test func `an actor has an interval around its mean, or says why there is none`() throws {
        for actor in try run.object("actors.json", of: [PublishedActor].self) {
            #expect(!actor.interval_basis.isEmpty)
            guard let low = actor.stance_lo, let high = actor.stance_hi else {
                #expect(actor.interval_basis.hasSuffix("no interval"), "\(actor.actor_id): \(actor.interval_basis)")
                #expect(
                    actor.stance_lo == nil && actor.stance_hi == nil && actor.sentiment_lo == nil
                        && actor.sentiment_hi == nil)
                continue
            }
            #expect(low <= actor.stance_score && actor.stance_score <= high, "\(actor.actor_id)")
            #expect(try #require(actor.sentiment_lo) <= actor.sentiment_mean)
            #expect(try #require(actor.sentiment_hi) >= actor.sentiment_mean)
        }
    }

    @Test func `what went in is what came out`() throws {
        let package = try run.object("datapackage.json", of: PublishedPackage.self)
        let counts = package.demarche.counts
        let actors = try run.object("actors.json", of: [PublishedActor].self)
        #expect(counts.articles_read == counts.articles_analyzed + counts.articles_rejected)
        #expect(counts.articles_analyzed == articles.count)
        #expect(counts.statements == statements.count)
        #expect(
            counts.statements == counts.statements_attributed + counts.statements_unknown + counts.statements_nested)
        #expect(counts.statements_unknown == statements.count { $0.actor == nil && $0.nested_in == nil })
        #expect(counts.statements_nested == statements.count { $0.nested_in != nil })
        #expect(articles.values.reduce(0) { $0 + $1.n_nested } == counts.statements_nested)
        let outer = Set(statements.filter { $0.nested_in == nil }.map(\.statement_id))
        #expect(statements.allSatisfy { $0.nested_in.map(outer.contains) ?? true })
        #expect(articles.values.reduce(0) { $0 + $1.n_statements } == counts.statements)
        #expect(articles.values.reduce(0) { $0 + $1.n_unknown } == counts.statements_unknown)
        #expect(counts.actors == actors.count)
        #expect(actors.reduce(0) { $0 + $1.n_statements } == counts.statements_attributed)
    }

    @Test func `an actor's counts are those of its statements`() throws {
        let rows = Dictionary(grouping: statements.filter { $0.actor != nil && $0.nested_in == nil }) { $0.actor!.id }
        let actors = try run.object("actors.json", of: [PublishedActor].self)
        #expect(actors.map(\.actor_id) == rows.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for actor in actors {
            let own = try #require(rows[actor.actor_id])
            #expect(actor.n_statements == own.count)
            #expect(actor.n_articles == Set(own.map(\.article_id)).count)
            #expect(actor.n_favor == own.count { $0.stance.label == "favor" })
            #expect(actor.n_against == own.count { $0.stance.label == "against" })
            #expect(actor.n_none == own.count { $0.stance.label == "none" })
        }
    }

    @Test func `the manifest tells the size of every file`() throws {
        let package = try run.object("datapackage.json", of: PublishedPackage.self)
        let files = try ScratchFolder.contents(of: run.path)
        let listed = package.resources + package.demarche.files
        #expect(Set(listed.map(\.path) + ["datapackage.json"]) == Set(files.keys))
        for file in listed { #expect(files[file.path]?.count == file.bytes, "\(file.path)") }
    }
}
