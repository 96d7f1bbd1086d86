import Testing

@testable import KernelInterface

@Suite("What older kernels and other tools write")
struct OlderKernelTests {
  private func event(_ line: String) throws -> TraceEvent {
    try #require(try Trace(parsing: Array((line + "\n").utf8), file: "trace").lines.first).event
  }

  private let begin = TraceEvent.compactionBegin(
    .init(zoneStart: 0x40000, migratePFN: 0x40200, freePFN: 0x5fe00, zoneEnd: 0x60000, sync: false))
  private static let fields =
    "zone_start=0x40000 migrate_pfn=0x40200 free_pfn=0x5fe00 zone_end=0x60000, mode=async"

  @Test(
    "An event is the same whoever prints it",
    arguments: [
      "              sh-14869 [000] .....  6850.456639: mm_compaction_begin: *",
      "              sh-14869 [000] ....  6850.456639: mm_compaction_begin: *   ",
      "              sh-14869 [000]  6850.456639: mm_compaction_begin: *",
      "              sh-14869 (14869) [000] ....  6850.456639: mm_compaction_begin: *",
      "              sh-14869 (-----) [000] ....  6850.456639: mm_compaction_begin: *",
      "              sh-14869 (  149) [000] ....  6850.456639: mm_compaction_begin: *",
      "              sh-14869 [000]  6850.456639: mm_compaction_begin:  *",
      "              sh-14869 [000] d..1.  6850.456639123: mm_compaction_begin:   *",
      "              sh 14869 [000]  6850.456639: compaction:mm_compaction_begin: *",
      "              sh 14869/14869 [000]  6850.456639: compaction:mm_compaction_begin: *",
    ])
  func printers(line: String) throws {
    let text = line.replacing("*", with: Self.fields)
    let read = try #require(try Trace(parsing: Array(text.utf8), file: "trace").lines.first)
    #expect(read.event == begin && read.task == "sh" && read.pid == 14869 && read.cpu == 0)
    #expect(read.time == .microseconds(6_850_456_639))
  }

  @Test("A task without a name has none")
  func nameless() throws {
    let text = "-5972    [006] ....  7971.248394: mm_vmscan_direct_reclaim_end: nr_reclaimed=17      \n"
    let line = try #require(try Trace(parsing: Array(text.utf8), file: "trace").lines.first)
    #expect(line.task.isEmpty && line.pid == 5972 && line.cpu == 6)
    #expect(line.event == .other(name: "mm_vmscan_direct_reclaim_end", fields: "nr_reclaimed=17"))
  }

  @Test("4.x names a mode where newer kernels name a priority, and calls success partial")
  func version4() throws {
    let prefix = "  sh-14869 [000] ....  6850.456639: "
    #expect(
      try event(prefix + "mm_compaction_try_to_compact_pages: order=2 gfp_mask=0x27000c0 mode=1")
        == .tryToCompactPages(order: 2, gfpMask: "0x27000c0", priority: 1))
    #expect(
      try event(prefix + "mm_compaction_finished: node=0 zone=Normal   order=2 ret=partial")
        == .finished(.init(node: 0, zone: "Normal", order: 2, status: .success)))
    #expect(
      try event(prefix + "mm_migrate_pages: nr_succeeded=32 nr_failed=0 mode=MIGRATE_ASYNC reason=compaction")
        == .migratePages(.init(succeeded: 32, failed: 0, thp: nil, split: nil, mode: "MIGRATE_ASYNC")))
    #expect(
      try event(prefix + "mm_compaction_kcompactd_wake: nid=0 order=9 highest_zoneidx=Normal")
        == .kcompactdWake(node: 0, order: 9, highestZone: "Normal"))
    let stolen = try event(
      prefix + "mm_page_alloc_extfrag: page=ffffea0004000000 pfn=1048576 alloc_order=0 fallback_order=3 "
        + "pageblock_order=9 alloc_migratetype=0 fallback_migratetype=2 fragmenting=1 change_ownership=0")
    guard case .allocExtfrag(let fallback) = stolen else {
      throw FormatError(file: "", problem: "another event")
    }
    #expect(fallback.pfn == 0x100000)
  }

  @Test("3.x prints positions in decimal, no range and no mode, and its end is a number")
  func version3() throws {
    let prefix = "  sh-14869 [000]  6850.456639: "
    #expect(
      try event(
        prefix
          + "mm_compaction_begin: zone_start=262144 migrate_start=262656 free_start=392704 zone_end=393216")
        == .compactionBegin(
          .init(zoneStart: 0x40000, migratePFN: 0x40200, freePFN: 0x5fe00, zoneEnd: 0x60000, sync: nil)))
    #expect(
      try event(prefix + "mm_compaction_isolate_migratepages: nr_scanned=45 nr_taken=32")
        == .isolateMigratepages(.init(start: nil, end: nil, scanned: 45, taken: 32)))
    #expect(
      try event(prefix + "mm_compaction_end: status=2")
        == .other(name: "mm_compaction_end", fields: "status=2"))
  }

  @Test("What trace-cmd and perf say beside events is no event, and a mark is one")
  func around() throws {
    let text = """
      cpus=2
      CPU 1 is empty
      CPU:0 [12 EVENTS DROPPED]
              sh-14869 [000]  6850.456639: print:                tracing_mark_write: rig: trigger
       => compact_zone
       => kcompactd
              \tffffffff81234567 compact_zone+0x1 ([kernel.kallsyms])
      """
    let trace = try Trace(parsing: Array(text.utf8), file: "trace")
    #expect(trace.losses == [.init(beforeLine: 0, cpu: 0, events: 12)])
    #expect(trace.lines.map(\.event) == [.mark("rig: trigger")])
  }

  @Test("A trace that comes in pieces is what it is as a whole, with its lines' numbers")
  func pieces() throws {
    let bytes = try RecordedCapture.contents("arm64-6.1-512m-sync", "trace")
    let whole = try Trace(parsing: bytes, file: "trace")
    func read(_ bytes: [UInt8], size: Int) throws(FileFailure) -> Trace {
      try Trace(file: "trace") { (take: ([UInt8]) throws(FileFailure) -> Void) throws(FileFailure) in
        for start in stride(from: 0, to: bytes.count, by: size) {
          try take(Array(bytes[start..<min(start + size, bytes.count)]))
        }
      }
    }
    #expect(try read(bytes, size: 1000) == whole)
    #expect(try read(bytes, size: 1 << 20) == whole)
    let line = bytes.count { $0 == UInt8(ascii: "\n") } + 1
    #expect {
      try read(bytes + Array("rubbish\n".utf8), size: 777)
    } throws: {
      "\($0)" == "trace:\(line): “rubbish”; expected task-pid [cpu]"
    }
  }

  /// A zone as 4.7 and before print it: counters between sizes and protection, four blanks before each.
  private static let zoneInfo4 = """
    Node 0, zone   Normal
      pages free     258
            min      127
            low      158
            high     190
            scanned  89
            spanned  4096
            present  4064
        nr_free_pages 258
        nr_alloc_batch 30
            protection: (0, 0)
      pagesets
        cpu: 0
                  count: 3
                  high:  6
                  batch: 1
      vm stats threshold: 2
      all_unreclaimable: 0
      start_pfn:         512
      inactive_ratio:    1

    """

  @Test("zoneinfo of 3.x and 4.x is read, as what newer kernels would say")
  func zoneInfo() throws {
    for text in [
      Self.zoneInfo4,
      Self.zoneInfo4.replacing("        scanned", with: "   node_scanned").replacing(
        "all_un", with: "node_un"),
      Self.zoneInfo4.replacing("  start_pfn:", with: " \n  start_pfn:"),
    ] {
      let info = try ZoneInfo(parsing: Array(text.utf8), file: "zoneinfo")
      let zone = try #require(info["Normal"])
      #expect(zone.pfns == 512..<4608 && zone.present == 4064 && zone.managed == 4064)
      #expect(zone.stats["nr_alloc_batch"] == 30 && zone.nodeStats.list.isEmpty)
      #expect(zone.pageSets.map { $0.limits["high"] } == [6])
      #expect(info.unknownLines.isEmpty)
      #expect(try ZoneInfo(parsing: info.bytes, file: "zoneinfo") == info)
    }
  }

  @Test("A second state of zoneinfo behind the first is the one that counts; two nodes are two")
  func secondState() throws {
    let later = Self.zoneInfo4.replacing("free     258", with: "free     300")
    let info = try ZoneInfo(parsing: Array((Self.zoneInfo4 + later).utf8), file: "zoneinfo")
    #expect(info.zones.count == 1 && info["Normal"]?.pages["free"] == 300)
    let other = later.replacing("Node 0", with: "Node 1").replacing("512", with: "4608")
    let nodes = try ZoneInfo(parsing: Array((Self.zoneInfo4 + other).utf8), file: "zoneinfo")
    #expect(nodes.zones.map(\.node) == [0, 1])
  }
}
