/// Walks a folder depth first, in the order of the bytes of the paths.
struct FolderWalk {
    private var levels: [Level]
    private let root: InputRoot
    private var foundNothing = true
    private var isDone = false

    init(_ root: InputRoot) {
        self.root = root
        levels = []
        pending = .some(root.path)
        pendingName = root.name
    }

    /// A folder that is to be listed next.
    private var pending: String?
    private var pendingName: String

    private struct Level {
        let path: String
        let name: String
        var entries: ArraySlice<Entry>
    }

    private struct Entry {
        let name: String
        let kind: FileSystem.Kind
    }

    mutating func next() -> InputQueue.Step? {
        while true {
            if let problem = openPending() { return problem }
            guard let entry = nextEntry() else { return finish() }
            if let step = visit(entry) { return step }
        }
    }

    private mutating func openPending() -> InputQueue.Step? {
        guard let path = pending else { return nil }
        pending = nil
        guard let names = FileSystem.names(inFolder: path) else {
            foundNothing = false
            return .problem(Problem(.unreadable, path: path))
        }
        if FolderWalk.areResults(names) { return .skipped(.results) }
        let entries = names.map { Entry(name: $0, kind: FileSystem.kind(of: FolderWalk.join(path, $0))) }
        let sorted = entries.sorted { precedesInBytes(FolderWalk.sortName($0), FolderWalk.sortName($1)) }
        levels.append(Level(path: path, name: pendingName, entries: sorted[...]))
        return nil
    }

    /// Whether a folder with these names is what this program wrote, whose tables and page are no articles.
    private static func areResults(_ names: [String]) -> Bool {
        let isRun =
            names.contains("datapackage.json")
            && ["statements.csv", "statements.jsonl", "report.html"].contains(where: names.contains)
        return isRun || names.sorted() == ["comparison.csv", "comparison.json"]
    }

    private mutating func nextEntry() -> (entry: Entry, path: String, name: String)? {
        while let last = levels.indices.last {
            if let entry = levels[last].entries.popFirst() {
                return (entry, FolderWalk.join(levels[last].path, entry.name), levels[last].name + "/" + entry.name)
            }
            levels.removeLast()
        }
        return nil
    }

    private mutating func visit(_ found: (entry: Entry, path: String, name: String)) -> InputQueue.Step? {
        switch found.entry.kind {
        case .folder:
            if FileSystem.isLink(found.path) { return .skipped(.linkedFolder) }
            (pending, pendingName) = (found.path, found.name)
            return nil
        case .file:
            guard let format = InputFormat(fileName: found.entry.name) else { return .skipped(.unknownFormat) }
            foundNothing = false
            return .file(InputFile(path: found.path, name: found.name, format: format))
        case .stream:
            return .skipped(.unknownFormat)
        case .missing, .unreadable:
            foundNothing = false
            return .problem(Problem(.unreadable, path: found.path))
        }
    }

    private mutating func finish() -> InputQueue.Step? {
        guard !isDone, foundNothing else { return nil }
        isDone = true
        return .problem(Problem(.emptyFolder, path: root.path))
    }

    private static func sortName(_ entry: Entry) -> String { entry.kind == .folder ? entry.name + "/" : entry.name }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
