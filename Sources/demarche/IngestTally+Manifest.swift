import Corpora

extension IngestTally {
    /// Files of folders that were not opened, as a manifest names the reasons.
    var passedOver: [String: Int] {
        Dictionary(uniqueKeysWithValues: skippedByReason.map { ($0.reason, $0.count) })
    }

    /// What was mended, as a manifest names it.
    var repairs: [String: Int] {
        var repairs = [
            "byte_order_marks": byteOrderMarks, "carriage_returns": carriageReturns, "renumbered_ids": renumberedIDs,
            "replaced_sequences": replacedSequences, "articles_with_replacements": articlesWithReplacements,
        ]
        for (encoding, count) in transcoded { repairs["articles_from_" + encoding.lowercased()] = count }
        return repairs
    }
}
