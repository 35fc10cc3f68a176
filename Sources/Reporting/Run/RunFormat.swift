/// A form in which a run is written.
public enum RunFormat: String, Sendable, CaseIterable {
    /// `statements.csv`, `actors.csv`, `articles.csv`, `comparison.csv`.
    case csv
    /// `statements.jsonl`, `articles.jsonl`, `actors.json`, `comparison.json`.
    case json
    /// `report.html`.
    case html
    /// The CSV files once more for spreadsheet programs, as `statements-spreadsheet.csv` and so on.
    case spreadsheet
}
