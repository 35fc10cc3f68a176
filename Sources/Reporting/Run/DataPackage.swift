import Discourse

/// `datapackage.json`: what the tables of a run are, so that a program can load and check them.
///
/// A tabular data package of Frictionless Data, version 1. The CSV files are its resources; other forms of
/// the same data and all that the run was made with stand under `demarche`. There is no time stamp in it:
/// the same input gives the same bytes.
struct DataPackage {
    static let fileName = "datapackage.json"

    let settings: RunSettings
    let counts: RunCounts
    /// The CSV files, in the order of `TableFiles.names`; none when CSV was not asked for.
    let resources: [OutputFile.Facts]
    let further: [OutputFile.Facts]

    func json() -> [UInt8] {
        var json = JSONText()
        json.object {
            $0.member("profile", .text("tabular-data-package"))
            $0.member("name", .text("demarche-run"))
            $0.member("title", .text("Statements by speaker and their stance toward \(settings.target)"))
            $0.key("resources")
            $0.array { json in
                for facts in resources { writeResource(facts, to: &json) }
            }
            $0.key("demarche")
            writeRun(to: &$0)
        }
        json.newline()
        return JSONText.indented(json.bytes)
    }
}

extension DataPackage {
    private func writeResource(_ facts: OutputFile.Facts, to json: inout JSONText) {
        json.object {
            $0.member("profile", .text("tabular-data-resource"))
            $0.member("name", .text(String(facts.name.prefix { $0 != "." })))
            $0.member("path", .text(facts.name))
            $0.member("format", .text("csv"))
            $0.member("mediatype", .text("text/csv"))
            $0.member("encoding", .text("utf-8"))
            $0.key("dialect")
            $0.object { $0.member("lineTerminator", .text("\n")) }
            writeSize(facts, to: &$0)
            $0.key("schema")
            DataPackage.writeSchema(of: facts.name, to: &$0)
        }
    }

    private func writeSize(_ facts: OutputFile.Facts, to json: inout JSONText) {
        json.member("bytes", .integer(facts.bytes))
        json.member("hash", .text("sha256:" + facts.sha256))
        json.member("rows", .integer(facts.rows))
    }

    private func writeRun(to json: inout JSONText) {
        json.object {
            $0.member("version", .text(settings.version))
            $0.member("target", .text(settings.target))
            $0.member("seed", .text(String(settings.seed)))
            $0.key("options")
            $0.object { json in
                for option in settings.options { json.member(option.name, .text(option.value)) }
            }
            $0.key("sources")
            $0.array(of: settings.sources, DataPackage.writeSource)
            $0.key("units")
            $0.object { json in
                json.member("offsets", .text("Unicode code points into the text of articles.jsonl, half-open"))
                json.member(
                    "weights",
                    .text("logits, log-odds of favor over against; margin = bias + sum of contributions, exactly"))
                json.member(
                    "counts",
                    .text(
                        "statements = statements_attributed + statements_unknown + statements_nested; actors are counted by the attributed ones alone"
                    ))
                json.member("scores", .text("p_favor - p_against, -1 to 1"))
                json.member("intervals", .text("95 %, bootstrap of 2000 draws over groups of near-duplicate articles"))
            }
            $0.key("counts")
            writeCounts(to: &$0)
            $0.key("files")
            $0.array(of: further) { json, facts in
                json.object {
                    $0.member("path", .text(facts.name))
                    writeSize(facts, to: &$0)
                }
            }
        }
    }

    private static func writeSource(to json: inout JSONText, _ source: RunSettings.Source) {
        json.object {
            $0.member("kind", .text(source.kind))
            $0.member("name", .text(source.name))
            $0.member("version", .text(source.version))
            $0.member("sha256", .text(source.sha256))
        }
    }

    /// Counts by name, in byte order of the names.
    private static func write(_ name: String, _ counts: [String: Int], to json: inout JSONText) {
        json.key(name)
        json.object {
            for (name, count) in counts.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                $0.member(name, .integer(count))
            }
        }
    }

    private func writeCounts(to json: inout JSONText) {
        json.object {
            $0.member("articles_read", .integer(counts.articlesRead))
            $0.member("articles_analyzed", .integer(counts.articles))
            $0.member("articles_rejected", .integer(counts.rejected.count))
            $0.key("rejected")
            $0.array(of: counts.rejected) { json, error in
                json.object {
                    $0.member("path", .text(error.path))
                    $0.member("line", .integer(error.line))
                    $0.member("reason", .text(error.reason))
                }
            }
            DataPackage.write("files_passed_over", counts.passedOver, to: &$0)
            DataPackage.write("repairs", counts.repairs, to: &$0)
            $0.member("article_clusters", .integer(counts.clusters))
            $0.member("outlets", .integer(counts.outlets))
            $0.member("statements", .integer(counts.statements))
            $0.member("statements_attributed", .integer(counts.attributed))
            $0.member("statements_unknown", .integer(counts.unknown))
            $0.member("statements_nested", .integer(counts.nested))
            $0.member("actors", .integer(counts.actors))
            $0.member("principals", .integer(counts.principals))
        }
    }
}
