import Surroundings
import Testing

@testable import KernelInterface

@Suite("Capture")
struct CaptureTests {
  @Test("Every recording opens without a warning", arguments: RecordedCapture.names)
  func opens(name: String) throws {
    let capture = try Capture(folder: Repository.recording(name))
    #expect(capture.warnings == [])
    #expect(try capture.after().warnings == [])
    let trace = try capture.trace()
    #expect(capture.warnings(about: trace) == [])
    #expect(trace.lines(between: "rig: trigger", and: "rig: done")?.isEmpty == false)
    #expect(capture.info.triggerCPU == 0)
    #expect(capture.info.sysctl("extfrag_threshold") == 500)
    #expect(capture.info["thp.defrag"] == "always defer defer+madvise [madvise] never")
  }

  @Test(
    "A recording says what set compaction off",
    arguments: [
      ("arm64-6.1-1g-hugetlb", RecordedTrigger.hugetlb(pages: 250)),
      ("arm64-6.1-4g-proactive", .proactive(.seconds(90))),
      ("arm64-6.1-512m-sync", .sync),
      ("arm64-6.12-1g-thp", .thp(megabytes: 400)),
    ])
  func triggers(name: String, trigger: RecordedTrigger) throws {
    let info = try Capture(folder: Repository.recording(name)).info
    #expect(info.trigger == trigger)
  }

  @Test(
    "Runs of BUDDY pages cut into the blocks that buddyinfo counts",
    arguments: ["arm64-6.1-512m-sync", "arm64-6.1-2g-sync", "arm64-6.12-1g-thp"])
  func freeBlocks(name: String) throws {
    let before = try Capture(folder: Repository.recording(name)).before
    for zone in before.zoneInfo.populated {
      var counts = [Int](repeating: 0, count: 11)
      for block in before.kpageflags.freeBlocks(in: zone.pfns) { counts[block.order] += 1 }
      #expect(counts == before.buddyInfo?[zone.name]?.freeBlocks)
    }
  }

  @Test(
    "Blocks on the free lists are the pages flagged BUDDY, but for some drift",
    arguments: RecordedCapture.names)
  func freeListsAndFlags(name: String) throws {
    let before = try Capture(folder: Repository.recording(name)).before
    let lists = try #require(before.freeLists)
    var listed = 0
    var flagged = 0
    for list in lists.freeLists {
      for pfn in list.blocks {
        listed += 1 << list.order
        for page in pfn..<pfn + 1 << list.order where before.kpageflags[page].kind == .free { flagged += 1 }
      }
    }
    #expect(listed > 10_000)
    #expect(listed - flagged <= max(512, listed / 200))
  }
}
