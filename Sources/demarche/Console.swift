#if canImport(Glibc)
    @preconcurrency import Glibc
#endif

/// What is said to the person at the terminal.
enum Console {
    /// A line on standard error.
    static func error(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

    /// Text on standard output, whole.
    static func output(_ text: String) { write(text, to: STDOUT_FILENO) }

    static let isTerminal = isatty(STDERR_FILENO) == 1

    private static func write(_ text: String, to file: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }
}

/// Progress on a terminal: one line that is written over; nothing when standard error is no terminal.
struct Progress {
    private var articles = 0
    private var statements = 0
    private var next = 0.0
    private let start = Progress.now

    mutating func add(articles: Int, statements: Int) {
        self.articles += articles
        self.statements += statements
        guard Console.isTerminal, Progress.now >= next else { return }
        next = Progress.now + 0.2
        let rate = Int(Double(self.articles) / max(0.001, Progress.now - start))
        show("\(self.articles) articles, \(self.statements) statements, \(rate) articles/s")
    }

    /// Clears the line.
    func end() { if Console.isTerminal { show("") } }

    private func show(_ text: String) {
        _ = ("\r\u{1B}[K" + text).utf8.withContiguousStorageIfAvailable {
            write(STDERR_FILENO, $0.baseAddress, $0.count)
        }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
