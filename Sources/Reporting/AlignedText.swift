/// Rows of cells as plain text in aligned columns.
enum AlignedText {
    /// - Parameters:
    ///   - rows: As many cells each.
    ///   - leading: How many columns stand at the left; all others stand at the right.
    static func of(_ rows: [[String]], leading: Int) -> String {
        guard let first = rows.first else { return "" }
        let widths = first.indices.map { column in rows.map { TextWidth.of($0[column]) }.max() ?? 0 }
        return rows.map { line($0, widths, leading) }.joined()
    }

    private static func line(_ cells: [String], _ widths: [Int], _ leading: Int) -> String {
        let padded = cells.indices.map { column in
            let padding = String(repeating: " ", count: widths[column] - TextWidth.of(cells[column]))
            return column < leading ? cells[column] + padding : padding + cells[column]
        }
        return padded.joined(separator: "  ") + "\n"
    }
}

/// How wide a text is in a terminal, counted in columns.
enum TextWidth {
    static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + of($1) } }

    /// Shortens to a width, with an ellipsis at the end; control characters become spaces.
    static func clipped(_ text: String, to width: Int) -> String {
        let clean = String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
        guard of(clean) > width else { return clean }
        var (clipped, used) = ("", 1)
        for character in clean {
            used += of(String(character))
            if used > width { break }
            clipped.append(character)
        }
        return clipped + "…"
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
