import Discourse
import Foundation
import Testing

@testable import Reporting

struct ReportPageTests {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_FOLDER"] != nil))
    func `a page for looking at`() throws {
        var press = SyntheticPress(seed: 7)
        let folder = ProcessInfo.processInfo.environment["REPORT_FOLDER"]!
        try RunWriterTests.write(press.articles(60), to: folder + "/run")
    }
}
