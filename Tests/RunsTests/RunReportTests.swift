import Documents
import Scenarios
import Simulation
import Surroundings
import Testing
import Words

@testable import Runs

@Suite("What a run came to")
struct RunReportTests {
  // The texts that come with the program.
  let words = try! Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))

  /// Every other page of a small zone is a program's; two pageblocks are lent by a device, and `more` is as given.
  private func report(_ run: String, _ more: String = "") throws -> RunReport {
    let scenario = try Scenario(
      Document.parse(
        """
        title: asked
        scale: teaching
        per-cpu lists: off
        zones: [{name: Normal, ranges: [0x1000-0x10ff]}]
        pageblocks: {cma: [0x1020-0x103f]}
        fill:
          - {kind: anonymous, share: 0.5, pattern: even}
        \(more)
        run: {\(run)}
        """, file: "asked.yaml"))
    return RunReport(of: RunRecipe(target: .source("asked.yaml"), source: scenario))
  }

  @Test("Pages in a row are served, or failed with each busy page and why")
  func contiguous() throws {
    let served = try report("trigger: contiguous, range: 0x1020-0x103f")
    #expect(served.result == "served" && served.contiguous.map(\.isGiven) == [true])
    #expect(served.text(words).contains("pages in a row, 0x1020 to 0x103f: served"))
    let busy = try report(
      "trigger: contiguous, range: 0x1020-0x103f", "  - {kind: pinned, count: 1, in: [0x1030-0x1037]}")
    #expect(busy.result == "failed" && busy.contiguous.first?.busy.map(\.why) == [.pinned])
    let page = String(try #require(busy.contiguous.first?.busy.first).pfn, radix: 16)
    let text = busy.text(words)
    #expect(text.contains("pages in a row, 0x1020 to 0x103f: failed, 1 busy page"))
    #expect(text.contains("  0x\(page): somebody holds a reference to it"))
  }

  @Test("More pages than CMA has are failed without a range that was tried")
  func tooMany() throws {
    let report = try report("trigger: contiguous, count: 33")
    #expect(report.result == "failed" && report.contiguous.isEmpty)
  }

  @Test("What kcompactd does after a request that may not wait is not how that ended")
  func atomic() throws {
    let report = try report("trigger: allocations, order: 4, flags: atomic")
    #expect(report.vmstat["compact_daemon_wake"] == 1 && report.vmstat["compact_stall"] == 0)
    #expect(report.result == "failed")
  }
}
