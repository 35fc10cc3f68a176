import Foundation
import TextFiles
import Testing

@testable import Reporting

struct StagedFolderTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func stage(_ name: String = "run") throws -> StagedFolder {
        try StagedFolder(destination: folder.path + "/" + name, mayReplace: RunFiles.areOfARun)
    }

    private func put(_ text: String, at path: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path))
    }

    @Test func `a folder appears whole`() throws {
        let staged = try stage("deep/er/run/")
        try put("x", at: staged.path + "/datapackage.json")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/deep/er/run"))
        try staged.commit()
        #expect(try folder.text("deep/er/run/datapackage.json") == "x")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/deep/er") == ["run"])
    }

    @Test func `a run is replaced only when the new one is whole`() throws {
        do {
            let first = try stage()
            try put("old", at: first.path + "/datapackage.json")
            try first.commit()
        }
        do {
            let second = try stage()
            try put("half", at: second.path + "/datapackage.json")
            #expect(try folder.text("run/datapackage.json") == "old")
        }
        #expect(try folder.names == ["run"], "what was given up is removed")
        #expect(try folder.text("run/datapackage.json") == "old")
        let third = try stage()
        try put("new", at: third.path + "/datapackage.json")
        try third.commit()
        #expect(try folder.text("run/datapackage.json") == "new")
        #expect(try folder.names == ["run"])
    }

    @Test func `a folder with anything else in it is left alone`() throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/run", withIntermediateDirectories: false)
        try put("mine", at: folder.path + "/run/notes.txt")
        try put("{}", at: folder.path + "/run/datapackage.json")
        let expected = FileError(
            path: folder.path + "/run", reason: "holds files that are not of a run; name another folder")
        #expect(throws: expected) { try stage() }
        #expect(try folder.names == ["run"])
    }

    @Test func `a file in the place is an error`() throws {
        try put("x", at: folder.path + "/run")
        #expect(throws: FileError(path: folder.path + "/run", reason: "is a file, not a folder")) { try stage() }
    }

    @Test func `a place that cannot be written is an error`() {
        #expect(throws: FileError.self) { try StagedFolder(destination: "/proc/run", mayReplace: { _ in true }) }
    }

    @Test func `two runs do not write to one place at once`() throws {
        let first = try stage()
        #expect(throws: FileError(path: folder.path + "/run", reason: "is in use by another run")) { try stage() }
        try first.commit()
    }

    @Test func `what a killed run left behind is cleared away`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.path + "/.run.partial", withIntermediateDirectories: false)
        try put("x", at: folder.path + "/.run.partial/statements.csv")
        let staged = try stage()
        #expect(try FileManager.default.contentsOfDirectory(atPath: staged.path).isEmpty)
    }
}
