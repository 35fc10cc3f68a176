/// One file that is to be read, or standard input.
struct InputFile: Sendable, Equatable {
    /// What to open, as the user wrote it; `-` for standard input.
    let path: String
    /// The path below the folder that was given, with that folder's own name in front: `news/march/one.txt`.
    /// It is the same from any working directory, and orders and names the articles.
    let name: String
    let format: InputFormat?

    /// `name` without its extensions.
    var id: String { FileName(name).stem }
}

/// Compares by UTF-8 bytes, the same on every machine and in every locale.
func precedesInBytes(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
