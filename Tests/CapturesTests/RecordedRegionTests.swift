import KernelInterface
import Simulation
import Testing

@testable import Captures

/// Model 10.5: what a recording says of the region whose faults it holds.
@Suite("The region of recorded faults")
struct RecordedRegionTests {
  private func region(_ trigger: String, defrag: String = "madvise", notes: [String] = []) throws
    -> HugePageRegion?
  {
    let settings = ["always", "defer", "defer+madvise", "madvise", "never"]
      .map { $0 == defrag ? "[\($0)]" : $0 }.joined(separator: " ")
    let text = """
      release: 7.2.13+deb14-arm64
      arch: arm64, 4 KiB pages
      trigger: \(trigger)
      thp.defrag: \(settings)
      notes:

      """ + notes.map { "  \($0)\n" }.joined()
    let info = try CaptureInfo(parsing: Array(text.utf8), file: "info.txt")
    guard case .hugePageFaults(let region) = Trigger(info) else { return nil }
    return region
  }

  @Test("It is marked, ends at 24 MiB free, and has the machine's setting")
  func settings() throws {
    let region = try #require(try region("thp:400", defrag: "defer"))
    #expect(region.faults == 200 && region.isMarked && region.leastFree == 6144)
    #expect(region.defrag == .defer && region.kernelPages == [0: 1])
  }

  @Test("Each GiB of addresses without a page present takes a table before its first fault")
  func tables() throws {
    let region = try region(
      "thp:400",
      notes: [
        "region: 0xffff70000000, 400 MiB, madvised", "region GiB 0xffff40000000: 3 pages present",
        "region GiB 0xffff80000000: 0 pages present",
      ])
    #expect(region?.kernelPages == [0: 1, 128: 1])
    #expect(
      try self.region(
        "thp:400",
        notes: [
          "region: 0xffff70000000, 400 MiB, madvised", "region GiB 0xffff40000000: 0 pages present",
        ])?.kernelPages == [0: 2])
  }

  @Test("A recording that says nothing of it is taken to need a table from 1 GiB on")
  func unsaid() throws {
    #expect(try region("thp:1024")?.kernelPages == [0: 2])
    #expect(try region("thp:1022")?.kernelPages == [0: 1])
  }

  @Test("A write that is repeated is repeated, and one to the node's file is like one to compact_memory")
  func writes() throws {
    func trigger(_ text: String) throws -> Trigger {
      Trigger(
        try CaptureInfo(
          parsing: Array("release: 6.12.1\narch: arm64, 4 KiB pages\ntrigger: \(text)\nnotes:\n".utf8),
          file: "i"))
    }
    #expect(try trigger("syncs:3") == .compactMemoryTimes(3))
    #expect(try trigger("node") == .compactMemory && trigger("sync (by hand)") == .compactMemory)
  }
}
