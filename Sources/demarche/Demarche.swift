import ArgumentParser

@main
struct Demarche: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Who said what, and where they stand on peace talks.", version: "0.1.0")
}
