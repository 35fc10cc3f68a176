import Discourse

extension DataPackage {
    /// Writes the Table Schema of one of the CSV files.
    static func writeSchema(of file: String, to json: inout JSONText) {
        json.object {
            $0.key("fields")
            $0.array { writeFields(of: file, to: &$0) }
            $0.key("missingValues")
            $0.array { $0.value(.text("")) }
            $0.key("primaryKey")
            $0.array(of: primaryKey(of: file)) { $0.value(.text($1)) }
            let keys = foreignKeys(of: file)
            if keys.isEmpty { return }
            $0.key("foreignKeys")
            $0.array(of: keys, writeForeignKey)
        }
    }

    private static func writeFields(of file: String, to json: inout JSONText) {
        switch file {
        case "statements.csv":
            writeFields(StatementRow.columns, to: &json)
            writeFields([StatementRow.clusterColumn], to: &json)
        case "articles.csv":
            writeFields(ArticleRow.columns, to: &json)
            writeFields(ArticleRow.clusterColumns, to: &json)
        case "actors.csv", "principals.csv": writeFields(ActorReport.columns, to: &json)
        default: writeFields(Comparison.Row.columns(.article), to: &json)
        }
    }

    private static func writeFields<Row>(_ columns: [Column<Row>], to json: inout JSONText) {
        for column in columns {
            json.object {
                $0.member("name", .text(column.name))
                $0.member("type", .text(column.type.rawValue))
                $0.member("description", .text(column.description))
                if column.constraints == Constraints() { return }
                $0.key("constraints")
                column.constraints.write(to: &$0)
            }
        }
    }

    private static func primaryKey(of file: String) -> [String] {
        switch file {
        case "statements.csv": ["statement_id"]
        case "articles.csv": ["article_id"]
        case "actors.csv", "principals.csv": ["actor_id"]
        default: ["actor_id", "article_id"]
        }
    }

    private static func foreignKeys(of file: String) -> [(field: String, resource: String)] {
        switch file {
        // Actors of nested statements alone have no row in actors.csv, so actor_id is no foreign key here.
        case "statements.csv": [("article_id", "articles")]
        case "comparison.csv": [("actor_id", "actors"), ("article_id", "articles")]
        default: []
        }
    }

    /// The keys have the same name on both sides.
    private static func writeForeignKey(to json: inout JSONText, _ key: (field: String, resource: String)) {
        json.object {
            $0.member("fields", .text(key.field))
            $0.key("reference")
            $0.object {
                $0.member("resource", .text(key.resource))
                $0.member("fields", .text(key.field))
            }
        }
    }
}

extension Constraints {
    func write(to json: inout JSONText) {
        json.object {
            if required { $0.member("required", .boolean(true)) }
            if unique { $0.member("unique", .boolean(true)) }
            if let minimum = range?.lowerBound ?? minimum { $0.member("minimum", .integer(minimum)) }
            if let range { $0.member("maximum", .integer(range.upperBound)) }
            if among.isEmpty { return }
            $0.key("enum")
            $0.array(of: among) { $0.value(.text($1)) }
        }
    }
}
