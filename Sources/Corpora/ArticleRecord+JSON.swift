#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension ArticleRecord: Decodable {
    /// Takes numbers as ids, and passes over fields of a wrong type. The text has to be a string.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        for field in Field.allCases {
            for name in field.names where self[field] == nil {
                self[field] = try ArticleRecord.value(of: field, Name(stringValue: name), container)
            }
        }
    }

    private static func value(
        of field: Field, _ key: Name, _ container: KeyedDecodingContainer<Name>
    ) throws -> String? {
        do {
            return try container.decodeIfPresent(String.self, forKey: key)
        } catch DecodingError.typeMismatch {
            switch field {
            case .id: return (try? container.decode(Int.self, forKey: key)).map { String($0) }
            // Crawlers and news services write `"source": {"name": …}`.
            case .outlet:
                let named = try? container.nestedContainer(keyedBy: Name.self, forKey: key)
                return try? named?.decode(String.self, forKey: Name(stringValue: "name"))
            default: return nil
            }
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Reads one JSON object. `JSONDecoder` keeps U+FEFF inside strings, so offsets stay right.
    static func decode(_ json: [UInt8]) -> Result<ArticleRecord, RecordFault> {
        do {
            return .success(try JSONDecoder().decode(ArticleRecord.self, from: Data(json)))
        } catch DecodingError.typeMismatch {
            return .failure(RecordFault(.notObject))
        } catch DecodingError.valueNotFound {
            return .failure(RecordFault(.notObject))
        } catch {
            return .failure(RecordFault(.notJSON))
        }
    }
}

/// A JSON array of articles, of which some may be wrong.
struct ArticleArray: Decodable {
    let records: [Result<ArticleRecord, RecordFault>]

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        var records: [Result<ArticleRecord, RecordFault>] = []
        while !container.isAtEnd {
            if let record = try? container.decode(ArticleRecord.self) {
                records.append(.success(record))
            } else {
                _ = try container.decode(Ignored.self)
                records.append(.failure(RecordFault(.notObject)))
            }
        }
        self.records = records
    }

    /// Any value, unread.
    private struct Ignored: Decodable {
        init(from decoder: any Decoder) throws {}
    }
}
