import Surroundings
import Testing

@testable import KernelInterface

@Suite("A bad capture says what is wrong with it")
struct DamagedCaptureTests {
  /// A real recording in memory, to be damaged.
  private struct Recording {
    var files: [String: [UInt8]] = [:]

    /// Read once, and copied by each test.
    static let undamaged = Result { try Recording() }

    private init() throws {
      let folder = CaptureFolder(path: Repository.recording("arm64-6.1-512m-sync"), files: .system)
      for side in ["before", "after"] {
        for name in [
          "zoneinfo", "kpageflags", "kpagecount", "buddyinfo", "pagetypeinfo", "vmstat", "meminfo", "iomem",
          "extfrag.extfrag_index", "extfrag.unusable_index", "pageblocks", "freelists", "pinned",
        ] {
          files["c/\(side)/\(name)"] = try folder.contents(of: "\(side)/\(name)")
        }
      }
      files["c/info.txt"] = try folder.contents(of: "info.txt")
      files["c/trace"] = try folder.contents(of: "trace")
    }

    mutating func replace(_ file: String, _ old: String, _ new: String) throws {
      let text = String(decoding: try #require(files[file]), as: UTF8.self)
      let changed = text.replacing(old, with: new, maxReplacements: 1)
      #expect(changed != text)
      files[file] = Array(changed.utf8)
    }

    func open() throws -> Capture { try Capture(folder: "c", files: .fake(files: files)) }

    /// What opening throws, in words.
    func refusal() -> String {
      do throws(FileFailure) {
        _ = try Capture(folder: "c/", files: .fake(files: files))
        return "opened"
      } catch {
        return error.description
      }
    }
  }

  @Test("Undamaged it opens")
  func undamaged() throws {
    #expect(try Recording.undamaged.get().open().warnings == [])
  }

  @Test(
    "Without the settings, the zones or the page flags it is refused",
    arguments: [
      "c/info.txt", "c/before/zoneinfo", "c/before/kpageflags",
    ])
  func missing(file: String) throws {
    var recording = try Recording.undamaged.get()
    recording.files[file] = nil
    #expect(recording.refusal() == "\(file): no such file")
  }

  @Test(
    "What may be missing is warned about, and the rest is read",
    arguments: CaptureWarning.Part.allCases)
  func optional(part: CaptureWarning.Part) throws {
    var recording = try Recording.undamaged.get()
    let file = "c/before/\(part.rawValue)"
    recording.files[file] = nil
    #expect(try recording.open().warnings == [CaptureWarning(file, .missing(part))])
  }

  @Test("Page flags cut within a word, or before the end of the zones, are refused")
  func cutFlags() throws {
    var recording = try Recording.undamaged.get()
    recording.files["c/before/kpageflags"]?.removeLast(3)
    #expect(
      recording.refusal()
        == "c/before/kpageflags: cut short: 3145725 bytes are no whole number of 64-bit words")
    recording.files["c/before/kpageflags"]?.removeLast(5)
    #expect(
      recording.refusal()
        == "c/before/kpageflags: cut short: 393215 words; the last zone ends at pfn 393216")
  }

  @Test("A compressed file that is cut short, or isn't compressed, is refused")
  func cutCompressed() throws {
    var recording = try Recording.undamaged.get()
    let flags = try #require(recording.files["c/before/kpageflags"])
    recording.files["c/before/kpageflags"] = nil
    let compressed = Zstd.compress(flags)
    recording.files["c/before/kpageflags.zst"] = compressed
    #expect(recording.refusal() == "opened")
    recording.files["c/before/kpageflags.zst"] = Array(compressed.dropLast(7))
    #expect(recording.refusal() == "c/before/kpageflags.zst: cut short: its end is missing")
    recording.files["c/before/kpageflags.zst"] = Array("zone".utf8)
    #expect(
      recording.refusal().hasPrefix("c/before/kpageflags.zst: not Zstandard data, or damaged: "))
  }

  @Test(
    "Garbage in a line is named with its line",
    arguments: [
      (
        "c/before/freelists", "free DMA 0 0 3301:", "free DMA 0 0 3300:",
        "c/before/freelists:12: 3301 blocks in a list of length 3300"
      ),
      (
        "c/before/freelists", "free DMA 3 0 8: 57140", "free DMA 3 0 8: 57141",
        "c/before/freelists:30: pfn 57141 is no block of order 3"
      ),
      (
        "c/before/freelists", "free DMA 3 0 8: 57140", "free DMA 3 0 8: 9957140",
        "c/before/freelists: free DMA 3 0: 0x9957140 lies outside its zone"
      ),
      (
        "c/before/freelists", "free DMA 3 0 8: 57140 54f60", "free DMA 3 0 8: 57140 57140",
        "c/before/freelists: free DMA 3 0: page 0x57140 is listed twice"
      ),
      (
        "c/before/pageblocks", "block 0x40200 1 0", "block 0x40200 9 0",
        "c/before/pageblocks:5: migratetype 9; expected 0 to 5"
      ),
      (
        "c/before/pageblocks", "zone DMA 0x40000 131072", "zone DMA 0x40000 131073",
        "c/before/pageblocks: zone DMA has 131073 pages from pfn 262144, in zoneinfo 131072 from 262144"
      ),
      (
        "c/before/pinned", "0x455cf", "455cf",
        "c/before/pinned:3: “455cf”; expected a pfn like 0x4a200"
      ),
      (
        "c/before/zoneinfo", "low      7040", "low      x",
        "c/before/zoneinfo:49: “x”; expected a number of pages"
      ),
      (
        "c/info.txt", "trigger: sync", "trigger: synch",
        "c/info.txt:8: trigger “synch”; expected sync, syncs:N, node, "
          + "hugetlb:PAGES, thp:MIB, proactive:SECONDS or none"
      ),
      (
        "c/info.txt", "arm64, 4 KiB pages", "arm64, 16 KiB pages",
        "c/info.txt:4: arch “arm64, 16 KiB pages”; expected pages of 4 KiB, the only ones understood"
      ),
      (
        "c/info.txt", "arch: arm64,", "arch: riscv64,",
        "c/info.txt:4: arch “riscv64, 4 KiB pages”; expected arm64 or x86_64, the only ones understood"
      ),
      ("c/info.txt", "release: 6.1.0-56-arm64\n", "", "c/info.txt: “release:” is missing"),
    ])
  func garbage(file: String, old: String, new: String, message: String) throws {
    var recording = try Recording.undamaged.get()
    try recording.replace(file, old, new)
    #expect(recording.refusal() == message)
  }

  @Test("Another architecture that is understood is warned about")
  func otherArchitecture() throws {
    var recording = try Recording.undamaged.get()
    try recording.replace("c/info.txt", "arch: arm64", "arch: x86_64")
    #expect(try recording.open().warnings.map(\.matter) == [.uncheckedArchitecture("x86_64")])
  }

  @Test("A zone on a second node is warned about")
  func nodes() throws {
    var recording = try Recording.undamaged.get()
    let zones = try #require(recording.files["c/before/zoneinfo"])
    let second = String(decoding: zones, as: UTF8.self).replacing("Node 0", with: "Node 1")
    recording.files["c/before/zoneinfo"] = zones + Array(second.utf8)
    #expect(try recording.open().warnings == [CaptureWarning("c/before/zoneinfo", .severalNodes(2))])
  }

  @Test("Lists taken in motion are warned about")
  func inconsistent() throws {
    var recording = try Recording.undamaged.get()
    try recording.replace("c/before/freelists", "bad=0,0", "bad=2,1")
    #expect(try recording.open().warnings.map(\.matter) == [.takenInMotion(orders: 2, sets: 1)])
  }

  @Test("A trace that overran, or that is cut short, is warned about")
  func trace() throws {
    var recording = try Recording.undamaged.get()
    try recording.replace("c/info.txt", "overrun: 0", "overrun: 5")
    try recording.replace("c/trace", "857/857", "857/862")
    let capture = try recording.open()
    #expect(capture.warnings == [CaptureWarning("c/info.txt", .lostEvents(5))])
    #expect(capture.warnings(about: try capture.trace()) == [CaptureWarning("c/trace", .overran(5))])
    try recording.replace("c/trace", "857/862", "900/900")
    #expect(
      capture.warnings(about: try recording.open().trace()).map(\.matter)
        == [.cutShort(events: 857, of: 900)])
  }

  @Test("Without a trace the rest is usable")
  func noTrace() throws {
    var recording = try Recording.undamaged.get()
    recording.files["c/trace"] = nil
    let capture = try recording.open()
    #expect(throws: FileFailure.missing(path: "c/trace")) { try capture.trace() }
  }
}
