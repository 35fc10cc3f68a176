extension Day {
    /// Days since 1 January 1970, after Hinnant, "chrono-compatible low-level date algorithms".
    ///
    ///     Day("1970-01-02")!.number   // 1
    public var number: Int {
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// - Parameter number: Days since 1 January 1970; nil outside the years 1 to 9999.
    public init?(number: Int) {
        let shifted = number + 719_468
        guard shifted >= 0 else { return nil }
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The Monday of its week; the day itself in the first week of year 1.
    public var monday: Day {
        let weekday = ((number + 3) % 7 + 7) % 7
        return Day(number: number - weekday) ?? self
    }

    /// The day before; nil for the first of year 1.
    public var previous: Day? { Day(number: number - 1) }
}
