// swift-tools-version: 6.2
import PackageDescription

// Dependencies, and why each is worth having:
// - swift-argument-parser: the command line (help, validation, completion) as the best tools have it.
// - libblas (Debian's libblas-dev): the dense blocks of the linear models, in batches.
// - libxml2: a real HTML parser for article pages; pages are never read with regular expressions.
// - zlib: gzipped input, and large pages packed.
// - SQLite: runs as a database.
let package = Package(
    name: "Demarche",
    products: [
        .library(
            name: "Demarche",
            targets: [
                "Discourse", "TextFiles", "LinearModels", "Segmentation", "Attribution", "Scoring",
                "Classification", "Analysis", "Reporting", "Corpora", "Evaluation",
            ]),
        .executable(name: "demarche", targets: ["demarche"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
    ],
    targets: [
        // The order is the order in which data flows.
        .target(name: "Discourse"),
        .target(name: "TextFiles"),
        .systemLibrary(name: "CBLAS", pkgConfig: "blas", providers: [.apt(["libblas-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "LinearModels", dependencies: ["CBLAS", "TextFiles"]),
        .target(name: "Corpora", dependencies: ["Discourse", "TextFiles", "CLibXML2", "CZlib"]),
        .target(name: "Segmentation", dependencies: ["Discourse", "TextFiles"]),
        .target(name: "Attribution", dependencies: ["Discourse", "LinearModels", "TextFiles"]),
        .target(name: "Scoring", dependencies: ["Discourse", "LinearModels", "TextFiles"]),
        .target(name: "Classification", dependencies: ["Discourse", "LinearModels", "TextFiles"]),
        .target(
            name: "Analysis",
            dependencies: ["Discourse", "TextFiles", "Segmentation", "Attribution", "Scoring", "Classification"]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "Reporting", dependencies: ["Discourse", "TextFiles", "CSQLite", "CZlib"]),
        .target(name: "Evaluation", dependencies: ["Discourse", "TextFiles"]),
        .executableTarget(
            name: "demarche",
            dependencies: [
                "Discourse", "TextFiles", "LinearModels", "Corpora", "Segmentation", "Attribution", "Scoring",
                "Classification", "Analysis", "Reporting", "Evaluation", "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .target(name: "TestSupport", dependencies: ["Discourse", "Segmentation"], path: "Tests/TestSupport"),
        .testTarget(name: "DiscourseTests", dependencies: ["Discourse", "TestSupport"]),
        .testTarget(name: "TextFilesTests", dependencies: ["TextFiles"]),
        .testTarget(name: "LinearModelsTests", dependencies: ["LinearModels"]),
        .testTarget(name: "CorporaTests", dependencies: ["Corpora", "Discourse", "TextFiles"]),
        .testTarget(name: "SegmentationTests", dependencies: ["Segmentation", "Discourse", "TestSupport"]),
        .testTarget(
            name: "AttributionTests",
            dependencies: ["Attribution", "Segmentation", "Discourse", "LinearModels", "TextFiles", "TestSupport"]),
        .testTarget(
            name: "ScoringTests",
            dependencies: ["Scoring", "Segmentation", "Discourse", "LinearModels", "TextFiles", "TestSupport"]),
        .testTarget(
            name: "ClassificationTests",
            dependencies: ["Classification", "Segmentation", "Discourse", "LinearModels", "TextFiles", "TestSupport"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Reporting", "Segmentation", "Discourse", "TextFiles", "TestSupport"], exclude: ["Snapshots"]
        ),
        .testTarget(name: "EvaluationTests", dependencies: ["Evaluation", "Discourse", "TextFiles"]),
        .testTarget(
            name: "AnalysisTests",
            dependencies: ["Analysis", "Corpora", "Reporting", "Discourse", "TextFiles", "TestSupport"]),
        // The executable is a dependency so that it is built before its tests start it.
        .testTarget(name: "CommandTests", dependencies: ["demarche", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
