import Captures
import KernelInterface
import Simulation
import Surroundings
import Testing

@Suite("Recordings of machines that are not simulated are refused in one line")
struct OtherMachineTests {
  /// A recording of one zone from 0x40000 on, with changes to the texts of its zoneinfo and without what tells of
  /// single zones.
  private func machine(_ changes: [(String, String)]) throws -> CapturedMachine {
    var files = FileReading.system
    let read = files.read
    files.read = {
      (path: String, limit: Int, take: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) in
      for file in ["buddyinfo", "freelists", "pagetypeinfo", "pageblocks", "pinned"]
      where path.contains("/before/\(file)") {
        throw .missing(path: path)
      }
      guard path.hasSuffix("zoneinfo") else { return try read(path, limit, take) }
      var bytes: [UInt8] = []
      try read(path, limit) { (piece: [UInt8]) throws(FileFailure) in bytes += piece }
      let text = changes.reduce(String(decoding: bytes, as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }
      try take(Array(text.utf8))
    }
    return try CapturedMachine(Capture(folder: Repository.recording("arm64-6.1-512m-sync"), files: files))
  }

  private func refusal(_ changes: [(String, String)]) -> String {
    do {
      _ = try machine(changes)
      return "simulated"
    } catch {
      return "\(error)".replacing(Repository.recording("arm64-6.1-512m-sync") + "/before/", with: "")
    }
  }

  @Test("As it was recorded it is simulated")
  func unchanged() throws {
    #expect(try machine([]).layout.zones.map(\.name) == [.dma])
  }

  @Test("HighMem and Device are zones like others", arguments: ["HighMem", "Device"])
  func names(name: String) throws {
    let machine = try machine([("zone      DMA\n", "zone \(name)\n")])
    #expect(machine.layout.zones.map(\.name.description) == [name])
    #expect(machine.start().memory.zones.count == 1)
  }

  @Test(
    "What is not simulated is named",
    arguments: [
      (
        "start_pfn:           262144", "start_pfn:           0",
        "zone DMA begins at page frame 0, which is not simulated; expected 1 or above"
      ),
      ("min      5632", "min      131073", "zone DMA: “min” of 131073 pages in a zone of 131072"),
      ("cpu: 1\n", "cpu: 256\n", "CPU 256; expected 256 CPUs at the most"),
      (
        "zone      DMA\n", "zone Spare\n", "zone Spare; expected DMA, DMA32, Normal, HighMem, Movable, Device"
      ),
    ])
  func refused(old: String, new: String, problem: String) {
    #expect(refusal([(old, new)]) == "zoneinfo: \(problem)")
  }
}
