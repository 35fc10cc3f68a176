import Discourse

/// `datapackage.json` of a comparison: every column described, and what was compared with which settings.
public struct ComparisonPackage: Sendable {
    private let report: ComparisonReport
    private let version: String

    /// - Parameter version: Of the program.
    public init(_ report: ComparisonReport, version: String) { (self.report, self.version) = (report, version) }

    public func json() -> [UInt8] {
        var json = JSONText()
        json.object {
            $0.member("profile", .text("tabular-data-package"))
            $0.member("name", .text("demarche-comparison"))
            $0.member("title", .text(report.tables[0].title))
            $0.key("resources")
            $0.array(of: report.tables) { json, table in table.writeResource(to: &json) }
            $0.key("demarche")
            writeSettings(to: &$0)
        }
        json.newline()
        return JSONText.indented(json.bytes)
    }

    private func writeSettings(to json: inout JSONText) {
        let plan = report.plan
        json.object {
            $0.member("version", .text(version))
            $0.member("of", .text(plan.subject.rawValue))
            $0.member("by", .text(plan.grouping.rawValue))
            $0.key("windows")
            $0.array(of: plan.boundaries) { $0.value(.day($1)) }
            $0.member("seed", .text(String(plan.seed)))
            $0.member("correction", .text(plan.correction.rawValue))
            $0.member("level", .number(FixedPoint(plan.level, decimals: 4)))
            $0.member("inconsistency_days", .integer(plan.inconsistencyDays))
            $0.key("counts")
            writeCounts(to: &$0)
        }
    }

    private func writeCounts(to json: inout JSONText) {
        let counts = report.counts
        let members = [
            ("articles", counts.articles), ("article_clusters", counts.clusters), ("statements", counts.statements),
            ("statements_distinct", counts.distinct), ("statements_undated", counts.undated),
            ("differences_tested", counts.tests), ("differences_found", counts.differences),
            ("changes_found", counts.changes), ("reversals", counts.reversals),
            ("inconsistencies", counts.inconsistencies), ("shared_quotations", counts.quotations),
            ("groups_of_copies", counts.copies), ("silent_actors", counts.silent),
            ("actors_not_adjusted", counts.unadjusted),
        ]
        json.object { json in
            for (name, count) in members { json.member(name, .integer(count)) }
        }
    }
}

extension PublishedTable {
    /// Describes the CSV file as a tabular data resource.
    func writeResource(to json: inout JSONText) {
        json.object {
            $0.member("profile", .text("tabular-data-resource"))
            $0.member("name", .text(name))
            $0.member("title", .text(title))
            $0.member("path", .text(name + ".csv"))
            $0.member("format", .text("csv"))
            $0.member("mediatype", .text("text/csv"))
            $0.member("encoding", .text("utf-8"))
            $0.key("dialect")
            $0.object { $0.member("lineTerminator", .text("\n")) }
            $0.member("bytes", .integer(csv.count))
            $0.member("hash", .text("sha256:" + SHA256.hex(of: csv)))
            $0.member("rows", .integer(rows))
            $0.key("schema")
            writeSchema(to: &$0)
        }
    }

    private func writeSchema(to json: inout JSONText) {
        json.object {
            $0.key("fields")
            $0.array(of: fields) { json, field in
                json.object {
                    $0.member("name", .text(field.name))
                    $0.member("type", .text(field.type.rawValue))
                    $0.member("description", .text(field.description))
                    if field.constraints == Constraints() { return }
                    $0.key("constraints")
                    field.constraints.write(to: &$0)
                }
            }
            $0.key("missingValues")
            $0.array { $0.value(.text("")) }
            $0.key("primaryKey")
            $0.array(of: key) { $0.value(.text($1)) }
        }
    }
}
