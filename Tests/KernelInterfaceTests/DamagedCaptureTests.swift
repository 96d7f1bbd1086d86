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
        "c/info.txt:4: arch “arm64, 16 KiB pages”; expected pages of 4 KiB, the only ones that are simulated"
      ),
      (
        "c/info.txt", "arch: arm64,", "arch: riscv64,",
        "c/info.txt:4: arch “riscv64, 4 KiB pages”; expected arm64 or x86_64, the only ones understood"
      ),
      ("c/info.txt", "release: 6.1.0-56-arm64\n", "", "c/info.txt: “release:” is missing"),
      (
        "c/info.txt", "trigger-cpu: 0 (the", "trigger-cpu: 2 (the",
        "c/info.txt:9: trigger-cpu “2 (the program that records and triggers”; expected a CPU of zoneinfo, "
          + "which has 0, 1"
      ),
      (
        "c/info.txt", "vm.extfrag_threshold: 500", "vm.extfrag_threshold: 1001",
        "c/info.txt:13: vm.extfrag_threshold “1001”; expected a number from 0 to 1000"
      ),
      (
        "c/before/freelists", "pcp DMA 0 4 1 1 0:", "pcp DMA 0 14 1 1 0:",
        "c/before/freelists:82: list 14 of order 1; expected index order × 3 + type, or 12 or 13 with order 9"
      ),
      (
        "c/before/freelists", "pcp DMA 0 4 1 1 0:", "pcp DMA 2 4 1 1 0:",
        "c/before/freelists: pcp DMA 2 4: CPU 2 is not in zoneinfo, which has 0, 1"
      ),
      (
        "c/before/freelists", "batch=31", "batch=2147483648",
        "c/before/freelists:10: a number of pages “2147483648” is too large"
      ),
      (
        "c/before/freelists", "free_factor=0", "free_factor=-1",
        "c/before/freelists:10: “-1”; expected a factor"
      ),
      (
        "c/before/freelists", "_watermark=5632", "_watermark=131073",
        "c/before/freelists: zone DMA: 131073 pages in a zone of 131072"
      ),
      (
        "c/before/freelists", "nr_reserved_highatomic=0", "nr_reserved_highatomic=9223372036854775807",
        "c/before/freelists:9: a number “9223372036854775807” is too large"
      ),
      (
        "c/before/pageblocks", "121633 0x0 0x0", "121633 0x0 0x60001",
        "c/before/pageblocks: zone DMA: position 0x60001 lies outside"
      ),
      (
        "c/before/pagetypeinfo", "54          164", "54          196",
        "c/before/pagetypeinfo: of another machine: 288 pageblocks in zone DMA, whose 131072 pages make 255 to 258"
      ),
      (
        "c/before/buddyinfo", "zone      DMA", "zone    DMA32",
        "c/before/buddyinfo: zone DMA32 of node 0 is not in zoneinfo"
      ),
      (
        "c/before/zoneinfo", "zone      DMA", "zone   Spare",
        "c/before/zoneinfo: zone Spare; expected DMA, DMA32, Normal, HighMem, Movable, Device"
      ),
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

  @Test("Memory on a second node is refused")
  func nodes() throws {
    var recording = try Recording.undamaged.get()
    let zones = try #require(recording.files["c/before/zoneinfo"])
    let second = String(decoding: zones, as: UTF8.self).replacing("Node 0", with: "Node 1")
    recording.files["c/before/zoneinfo"] = zones + Array(second.utf8)
    #expect(
      recording.refusal()
        == "c/before/zoneinfo: memory on nodes 0 and 1; expected one node, as several are not simulated")
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
