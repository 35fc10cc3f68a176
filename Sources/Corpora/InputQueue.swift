/// The files that the paths of a command line stand for, found as they are asked for.
///
/// Their order depends neither on the order of the paths nor on the working directory: roots are
/// sorted by name, files by their path below the root, bytes against bytes. A file that is reached
/// twice is read once. Only one listing for each level of folders is held at a time.
struct InputQueue {
    private var roots: ArraySlice<InputRoot>
    private var walk: FolderWalk?

    init(paths: [String]) { roots = InputRoot.roots(of: paths)[...] }

    enum Step {
        case file(InputFile)
        case problem(Problem)
        case skipped(IngestTally.Skip)
    }

    mutating func next() -> Step? {
        while true {
            if let step = walk?.next() { return step }
            walk = nil
            guard let root = roots.popFirst() else { return nil }
            switch root.kind {
            case .missing: return .problem(Problem(.missing, path: root.path))
            case .unreadable: return .problem(Problem(.unreadable, path: root.path))
            case .folder: walk = FolderWalk(root)
            case .file, .stream:
                return .file(InputFile(path: root.path, name: root.name, format: InputFormat(fileName: root.name)))
            }
        }
    }
}

/// One path of the command line.
struct InputRoot {
    let path: String
    /// The last component of the path, which begins the names of all that is found below it.
    let name: String
    let canonical: String
    let kind: FileSystem.Kind

    init(path: String) {
        self.path = path
        if path == "-" {
            (kind, canonical, name) = (.stream, "-", "stdin")
            return
        }
        kind = FileSystem.kind(of: path)
        canonical = FileSystem.canonical(path)
        let last = path.split(separator: "/").last ?? "/"
        name =
            last == "." || last == ".." || last == "/"
            ? String(canonical.split(separator: "/").last ?? "root") : String(last)
    }

    /// The roots in order, without those that another one already covers.
    static func roots(of paths: [String]) -> [InputRoot] {
        let all = paths.map(InputRoot.init).sorted { a, b in
            if a.sortName != b.sortName { return precedesInBytes(a.sortName, b.sortName) }
            return a.canonical != b.canonical
                ? precedesInBytes(a.canonical, b.canonical) : precedesInBytes(a.path, b.path)
        }
        var seen: Set<String> = []
        let distinct = all.filter { seen.insert($0.canonical).inserted }
        let folders = distinct.filter { $0.kind == .folder }
        return distinct.filter { root in !folders.contains { $0.covers(root) } }
    }

    /// Whether walking this folder comes upon all that the other root would give.
    private func covers(_ other: InputRoot) -> Bool {
        let prefix = canonical == "/" ? "/" : canonical + "/"
        guard other.canonical.hasPrefix(prefix), other.kind == .folder || other.kind == .file else { return false }
        let below = other.canonical.dropFirst(prefix.count)
        guard !below.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return false }
        return other.kind == .folder || InputFormat(fileName: String(below)) != nil
    }

    /// Folders sort with their slash, as the paths below them do; standard input comes last.
    private var sortName: String {
        switch kind {
        case .folder: name + "/"
        case .stream where path == "-": "\u{10FFFF}"
        default: name
        }
    }
}
