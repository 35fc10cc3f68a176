import Discourse
import TextFiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What `datapackage.json` says a run was made with, read back.
public struct RunManifest: Sendable {
    public let version: String
    public let target: String
    public let seed: UInt64
    public let options: [RunSettings.Option]
    public let sources: [RunSettings.Source]
    public let rejected: [FileError]
    public let passedOver: [String: Int]
    public let repairs: [String: Int]
    /// Names of the files that it lists, in order.
    public let files: [String]

    /// - Parameter run: The folder of a run.
    /// - Throws: `FileError` when the file cannot be read or is none of a run.
    public init(run: String) throws {
        let path = run + "/" + DataPackage.fileName
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        var draft = Draft()
        do {
            var json = JSONReader(Array(data))
            try draft.read(&json)
            try json.end()
        } catch { throw FileError(path: path, reason: "is not the manifest of a run") }
        guard let version = draft.version, let target = draft.target, let seed = draft.seed else {
            throw FileError(path: path, reason: "is not the manifest of a run")
        }
        (self.version, self.target, self.seed) = (version, target, seed)
        (options, sources, rejected) = (draft.options, draft.sources, draft.rejected)
        (passedOver, repairs, files) = (draft.passedOver, draft.repairs, draft.files)
    }

    /// The forms in which the run was written.
    public var formats: Set<RunFormat> {
        var formats: Set<RunFormat> = []
        if files.contains("statements.csv") { formats.insert(.csv) }
        if files.contains("statements.jsonl") { formats.insert(.json) }
        if files.contains("report.html") { formats.insert(.html) }
        if files.contains("statements-spreadsheet.csv") { formats.insert(.spreadsheet) }
        return formats
    }

    /// The value of an option that the run was made with.
    public func option(_ name: String) -> String? { options.first { $0.name == name }?.value }

    fileprivate struct Draft {
        var version: String?
        var target: String?
        var seed: UInt64?
        var options: [RunSettings.Option] = []
        var sources: [RunSettings.Source] = []
        var rejected: [FileError] = []
        var passedOver: [String: Int] = [:]
        var repairs: [String: Int] = [:]
        var files: [String] = []
    }
}

extension RunManifest.Draft {
    fileprivate mutating func read(_ json: inout JSONReader) throws {
        try json.object { json, name in
            switch name {
            case "resources": files += try json.paths()
            case "demarche": try readRun(&json)
            default: try json.skip()
            }
        }
    }

    private mutating func readRun(_ json: inout JSONReader) throws {
        try json.object { json, name in
            switch name {
            case "version": version = try json.text()
            case "target": target = try json.text()
            case "seed": seed = UInt64(try json.text())
            case "options": try json.object { options.append(.init(name: $1, value: try $0.text())) }
            case "sources": sources = try json.array { try $0.source() }
            case "counts": try readCounts(&json)
            case "files": files += try json.paths()
            default: try json.skip()
            }
        }
    }

    private mutating func readCounts(_ json: inout JSONReader) throws {
        try json.object { json, name in
            switch name {
            case "rejected": rejected = try json.array { try $0.rejection() }
            case "files_passed_over": passedOver = try json.counts()
            case "repairs": repairs = try json.counts()
            default: try json.skip()
            }
        }
    }
}

extension JSONReader {
    /// The member `path` of each object of a list.
    fileprivate mutating func paths() throws -> [String] {
        var paths: [String] = []
        _ = try array { json in
            try json.object { json, name in
                if name == "path" { paths.append(try json.text()) } else { try json.skip() }
            }
        }
        return paths
    }

    fileprivate mutating func counts() throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try object { counts[$1] = try $0.integer() }
        return counts
    }

    fileprivate mutating func source() throws -> RunSettings.Source {
        var source = RunSettings.Source(kind: "", name: "", version: "", sha256: "")
        try object { json, name in
            switch name {
            case "kind": source.kind = try json.text()
            case "name": source.name = try json.text()
            case "version": source.version = try json.text()
            case "sha256": source.sha256 = try json.text()
            default: try json.skip()
            }
        }
        return source
    }

    fileprivate mutating func rejection() throws -> FileError {
        var (path, line, reason) = ("", Int?.none, "")
        try object { json, name in
            switch name {
            case "path": path = try json.text()
            case "line": line = try json.optional { try $0.integer() }
            case "reason": reason = try json.text()
            default: try json.skip()
            }
        }
        return FileError(path: path, line: line, reason: reason)
    }
}
