import KernelInterface
import Scenarios
import Simulation
import Surroundings
import Testing

@testable import Comparison

@Suite("Recordings without what only kernel memory shows")
struct InferredCaptureTests {
  /// A recording without some of the files in `before`.
  private func open(_ name: String, without missing: [String]) throws -> Capture {
    var files = FileReading.system
    let read = files.contents
    files.contents = { (path: String) throws(FileFailure) -> [UInt8] in
      for file in missing where path.contains("/before/\(file)") { throw .missing(path: path) }
      return try read(path)
    }
    return try Capture(folder: Repository.recording(name), files: files)
  }

  @Test(
    "Without the free lists the sums of a whole-zone run stay within a few percent, and it is said",
    arguments: [
      "arm64-6.1-512m-sync", "arm64-6.1-2g-sync", "arm64-6.12-2g-sync", "arm64-6.1-4g-proactive",
    ])
  func withoutFreeLists(name: String) throws {
    let comparison = try Comparison(open(name, without: ["freelists"]))
    #expect(comparison.inferences.count == 1)
    #expect(comparison.doubts.contains(.inferred))
    #expect(comparison.sumsAgree(within: 0.02), "\(comparison.sums)")
    #expect(!comparison.differs)
  }

  @Test(
    "Without pageblocks and pins too, they stay within ten percent",
    arguments: [
      "arm64-6.1-512m-sync", "arm64-6.1-2g-sync", "arm64-6.12-2g-sync", "arm64-6.1-4g-proactive",
    ])
  func withoutKernelMemory(name: String) throws {
    let comparison = try Comparison(open(name, without: ["freelists", "pageblocks", "pinned"]))
    #expect(comparison.inferences.count == 3)
    #expect(comparison.sumsAgree(within: 0.10), "\(comparison.sums)")
  }

  @Test("Pageblocks are inferred in the recorded numbers, most of them in the right place")
  func pageblocks() throws {
    let capture = try open("arm64-6.1-2g-sync", without: ["freelists", "pageblocks"])
    let recorded = try #require(Recordings.open("arm64-6.1-2g-sync").before.pageBlocks)
    let memory = CapturedMachine(capture.before, info: capture.info).start().memory
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
