import LinearModels

#if canImport(Glibc)
    @preconcurrency import Glibc
#endif

/// Two timed passes over what the linear core does without text.
///
///     solve svm MATRIX C TOLERANCE     rows of `label column:value ...`, trained one against the rest
///     solve dense ROWS COLUMNS LABELS  products of the dense block, in batches of 256
@main
struct Solve {
    static func main() {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "svm": svm(arguments[2], cost: Double(arguments[3]) ?? 1, tolerance: Double(arguments[4]) ?? 0.1)
        case "dense": dense(Int(arguments[2]) ?? 256, Int(arguments[3]) ?? 256, Int(arguments[4]) ?? 3)
        default: print("usage: solve svm MATRIX C TOLERANCE | solve dense ROWS COLUMNS LABELS")
        }
    }

    private static func svm(_ path: String, cost: Double, tolerance: Double) {
        guard freopen(path, "r", stdin) != nil else { return print("cannot read \(path)") }
        var (rows, names, columns) = (WeightedRows(), [String](), 0)
        while let line = readLine() {
            let cells = line.utf8.split(separator: UInt8(ascii: " "))
            names.append(String(Substring(cells[0])))
            for cell in cells.dropFirst() {
                let colon = cell.firstIndex(of: UInt8(ascii: ":")) ?? cell.endIndex
                let (column, value) = (
                    Int(Substring(cell[..<colon])) ?? 0, Float(Substring(cell[cell.index(after: colon)...])) ?? 0
                )
                columns = max(columns, column + 1)
                rows.append(column: column, value: value)
            }
            rows.endRow()
        }
        let labels = Set(names).sorted()
        let targets = names.map { labels.firstIndex(of: $0) ?? 0 }
        let costs = Array(repeating: cost, count: targets.count)
        let start = seconds()
        let result = DualCoordinateDescent(tolerance: tolerance)(
            rows, columns: columns, targets: targets, labels: labels.count, costs: costs)
        let time = seconds() - start
        let values = DualCoordinateDescent.objectives(
            rows, weights: result.weights, targets: targets, labels: labels.count, costs: costs)
        print("seconds \(time)")
        print("passes \(result.passes)")
        for (label, value) in zip(labels, values) { print("objective \(label) \(value)") }
    }

    private static func dense(_ n: Int, _ d: Int, _ k: Int) {
        let rows = (0..<n * d).map { Double($0 % 2_001 - 1_000) }
        let weights = (0..<k * d).map { Double($0 % 401 - 200) }
        var (sum, passes) = (0.0, 0)
        let start = seconds()
        while seconds() - start < 2 {
            sum += DenseAlgebra.scores(rows: rows, weights: weights, labels: k)[passes % (n * k)]
            passes += 1
        }
        print("rows_per_second \(Double(passes * n) / (seconds() - start)) sum \(sum)")
    }

    /// Processor time of this process.
    private static func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
