import ArgumentParser

@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demarche-benchmark", abstract: "Timed passes on one core, with an answer to check.",
        subcommands: [SentimentBenchmark.self])
}
