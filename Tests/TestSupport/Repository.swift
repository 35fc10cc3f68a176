/// Where the repository's data lies when its tests run.
public enum Repository {
    /// The folder with Package.swift.
    public static let root: String = {
        let path = #filePath
        return path.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    }()

    public static let lexicons = root + "/Lexicons"
    public static let models = root + "/Models"
    /// Seven articles about an invented conflict, in five formats.
    public static let samples = root + "/Tests/Samples"
    /// The report of the samples that newcomers see.
    public static let sampleReport = root + "/Reports/samples"
}
