import Captures
import KernelInterface
import Simulation
import Surroundings
import Testing

@testable import Comparison

@Suite("Recordings without what only kernel memory shows")
struct InferredCaptureTests {
  /// A recording without some of the files in `before`.
  private func open(_ name: String, without missing: [String]) throws -> Capture {
    var files = FileReading.system
    let read = files.read
    files.read = {
      (path: String, limit: Int, take: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) in
      for file in missing where path.contains("/before/\(file)") { throw .missing(path: path) }
      try read(path, limit, take)
    }
    return try Capture(folder: Repository.recording(name), files: files)
  }

  @Test(
    "Without the free lists the sums of a whole-zone run stay within half a percent, and it is said",
    arguments: [
      "arm64-6.1-512m-sync", "arm64-6.1-2g-sync", "arm64-6.12-2g-sync", "arm64-6.1-4g-proactive",
    ])
  func withoutFreeLists(name: String) throws {
    let comparison = try Comparison(open(name, without: ["freelists"]))
    #expect(comparison.inferences == [.freeLists])
    #expect(comparison.doubts.contains(.inferred))
    #expect(comparison.sumsAgree(within: 0.005), "\(comparison.sums)")
    #expect(!comparison.differs)
  }

  @Test("Where a worker emptied sets while the flags were read, they stay within two percent")
  func drainedMeanwhile() throws {
    let comparison = try Comparison(open("arm64-6.12-1g-proactive", without: ["freelists"]))
    #expect(comparison.sumsAgree(within: 0.02), "\(comparison.sums)")
  }

  @Test(
    "Without the free lists huge page faults isolate and move as many pages as recorded, within ten percent, and how much they search is a range",
    arguments: ["arm64-6.1-1g-thp", "arm64-6.12-1g-thp", "arm64-6.12-1g-thp-pins"])
  func hugePageFaults(name: String) throws {
    let comparison = try Comparison(open(name, without: ["freelists"]))
    for sum in comparison.sums where sum.name != "free_scanned" {
      #expect(sum.pair.error <= 0.10, "\(sum)")
    }
    #expect(comparison.ranges.map(\.name) == comparison.sums.map(\.name))
    for (range, sum) in zip(comparison.ranges, comparison.sums) {
      #expect(range.least...range.most ~= sum.simulated)
    }
    let searched = try #require(comparison.ranges.first { $0.name == "free_scanned" })
    #expect(searched.isOpen)
  }

  @Test("A recording with its free lists leaves no sum open")
  func withFreeLists() throws {
    let capture = try Recordings.open("arm64-6.1-1g-thp")
    #expect(try SumRange.all(of: CapturedMachine(capture)).isEmpty)
  }

  @Test(
    "Of the movable pages on per-CPU lists nine in ten are found, on the lists of their CPU",
    arguments: [
      "arm64-6.1-512m-sync", "arm64-6.1-1g-thp", "arm64-6.1-2g-sync", "arm64-6.1-4g-proactive",
      "arm64-6.12-1g-proactive", "arm64-6.12-1g-thp-pins",
    ])
  func owners(name: String) throws {
    let lists = try #require(Recordings.open(name).before.freeLists)
    let capture = try open(name, without: ["freelists"])
    let memory = try CapturedMachine(capture).start().memory
    var pages = 0
    var found = 0
    for list in lists.perCPULists where list.index == 1 {
      guard let zone = memory.zones.first(where: { $0.name.description == list.zone }) else { continue }
      let inferred = Set(memory.perCPUList(zone: zone.index, cpu: list.cpu, index: 1))
      pages += list.blocks.count
      found += list.blocks.count { inferred.contains($0.pfn) }
    }
    #expect(Double(found) >= 0.9 * Double(pages), "\(found) of \(pages)")
  }

  @Test(
    "Without pageblocks and pins too, they stay within ten percent",
    arguments: [
      "arm64-6.1-512m-sync", "arm64-6.1-2g-sync", "arm64-6.12-2g-sync", "arm64-6.1-4g-proactive",
    ])
  func withoutKernelMemory(name: String) throws {
    let comparison = try Comparison(open(name, without: ["freelists", "pageblocks", "pinned"]))
    #expect(comparison.inferences == [.freeLists, .pageblocks, .pinned])
    #expect(comparison.sumsAgree(within: 0.10), "\(comparison.sums)")
  }

  @Test("Pageblocks are inferred in the recorded numbers, most of them in the right place")
  func pageblocks() throws {
    let capture = try open("arm64-6.1-2g-sync", without: ["freelists", "pageblocks"])
    let recorded = try #require(Recordings.open("arm64-6.1-2g-sync").before.pageBlocks)
    let memory = try CapturedMachine(capture).start().memory
    let right = recorded.blocks.count {
      memory.migratetype(ofPageblockAt: $0.pfn).rawValue == $0.migratetype
    }
    #expect(Double(right) > 0.95 * Double(recorded.blocks.count))
    for type in Migratetype.allCases {
      let inferred = recorded.blocks.count { memory.migratetype(ofPageblockAt: $0.pfn) == type }
      #expect(inferred == recorded.blocks.count { $0.migratetype == type.rawValue }, "\(type)")
    }
  }
}
