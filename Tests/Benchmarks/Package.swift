// swift-tools-version: 6.2
import PackageDescription

// What `make bench-linear` and `make bench-sentiment` need beside the program; not part of the library or the tool.
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Demarche", path: "../..")],
    targets: [
        .executableTarget(name: "solve", dependencies: [.product(name: "Demarche", package: "Demarche")]),
        .executableTarget(name: "tone", dependencies: [.product(name: "Demarche", package: "Demarche")]),
    ],
    swiftLanguageModes: [.v6]
)
