import Testing

@testable import KernelInterface

@Suite("Kernel files")
struct KernelFileTests {
  private func parse<File: KernelFile>(_ type: File.Type, _ text: String) throws -> File {
    try File(parsing: Array(text.utf8), file: "file")
  }

  private func fixture<File: KernelFile>(_ type: File.Type, _ name: String) throws -> File {
    let bytes = try Fixture.contents("x86_64-6.18/\(name)")
    let file = try File(parsing: bytes, file: name)
    #expect(file.bytes == bytes)
    return file
  }

  @Test("The files of 6.18 are read and written back byte for byte")
  func newest() throws {
    _ = try fixture(BuddyInfo.self, "buddyinfo")
    _ = try fixture(MemInfo.self, "meminfo")
    _ = try fixture(ExtfragIndex.self, "extfrag.extfrag_index")
    _ = try fixture(UnusableIndex.self, "extfrag.unusable_index")
    #expect(try fixture(VMStat.self, "vmstat")["compact_stall"] != nil)
    let types = try fixture(PageTypeInfo.self, "pagetypeinfo")
    #expect(types.migratetypes == ["Unmovable", "Movable", "Reclaimable", "HighAtomic", "Isolate"])
    let zones = try fixture(ZoneInfo.self, "zoneinfo")
    #expect(zones["DMA"]?.pageSets.first?.limits["high_max"] == 240)
    #expect(zones["DMA"]?.pages["promo"] == 78)
    let trace = try fixture(Trace.self, "trace")
    #expect(
      trace.lines.contains { $0.event == .migratePagesStart(mode: "MIGRATE_SYNC", reason: "compaction") })
  }

  @Test("zoneinfo of 6.1 gives sizes, watermarks, per-CPU sets and the zone's place")
  func zoneInfo() throws {
    let bytes = try RecordedCapture.contents("arm64-6.1-512m-sync", "before/zoneinfo")
    let zone = try #require(try ZoneInfo(parsing: bytes, file: "zoneinfo")["DMA"])
    #expect(zone.pfns == 0x40000..<0x60000)
    #expect([zone.spanned, zone.present, zone.managed] == [131072, 131072, 121633])
    #expect(["boost", "min", "low", "high"].map { zone.pages[$0] } == [0, 5632, 7040, 8448])
    #expect(zone.pages["promo"] == nil)
    #expect(zone.protection == [0, 0, 0, 0])
    #expect(zone.stats["nr_free_cma"] == 13279)
    #expect(zone.nodeStats["nr_anon_pages"] == 34014)
    #expect(zone.pageSets.map { $0.limits["count"] } == [2548, 152])
    #expect(zone.pageSets.first?.statThreshold == 12)
  }

  /// zoneinfo of 6.1 with what 7.2 has behind `start_pfn:`, and another line.
  private func newerZoneInfo(_ line: String) throws -> [UInt8] {
    let bytes = try RecordedCapture.contents("arm64-6.1-512m-sync", "before/zoneinfo")
    let text = String(decoding: bytes, as: UTF8.self)
    let start = "  start_pfn:           262144\n"
    let newer = start + "  reserved_highatomic: 512\n  free_highatomic:     17\n" + line
    return Array(text.replacing(start, with: newer).utf8)
  }

  @Test("zoneinfo of 7.2 says what is kept for requests that cannot wait")
  func newerZoneInfo() throws {
    let bytes = try newerZoneInfo("")
    let info = try ZoneInfo(parsing: bytes, file: "zoneinfo")
    #expect(info["DMA"]?.reservedHighAtomic == 512 && info["DMA"]?.freeHighAtomic == 17)
    #expect(info.unknownLines == [])
    var output = TextOutput()
    info.write(to: &output)
    #expect(output.bytes == bytes)
  }

  @Test("A number that no known kernel has in zoneinfo is skipped, and named")
  func unknownZoneLine() throws {
    let info = try ZoneInfo(parsing: try newerZoneInfo("  moonlight: 3\n"), file: "zoneinfo")
    #expect(info.unknownLines == ["moonlight"])
    #expect(info["DMA"]?.freeHighAtomic == 17)
    #expect(throws: FormatError.self) {
      try ZoneInfo(parsing: try newerZoneInfo("  moonlight sonata\n"), file: "zoneinfo")
    }
  }

  @Test("Of a trigger the first word counts; one that is not simulated is refused")
  func firstWord() {
    #expect(RecordedTrigger("sync (written by hand)") == .sync)
    #expect(RecordedTrigger("thp:400 or so") == .thp(megabytes: 400))
    for text in ["mthp:64:100", "collapse:20", "packet:5:10", "syncs:0", ""] {
      #expect(RecordedTrigger(text) == nil)
    }
  }

  @Test("pagetypeinfo stops counting at 100000 and says so")
  func capped() throws {
    let bytes = try RecordedCapture.contents("arm64-6.1-4g-proactive", "before/pagetypeinfo")
    let info = try PageTypeInfo(parsing: bytes, file: "pagetypeinfo")
    let row = try #require(info.free.first { $0.zone == "DMA" && $0.migratetype == "Movable" })
    #expect(row.blocks.prefix(2) == [.moreThan(100_000), .exactly(44208)])
    #expect(info.pagesPerBlock == 512)
    #expect(info.pageBlocks.first?.blocks == [384, 1116, 4, 0, 32, 0])
  }

  @Test("A negative index has its sign on the thousandths, as the kernel prints it")
  func negativeIndex() throws {
    let text = "Node 0, zone      DMA -1.000  0.-500  0.000  0.512  0.-05 -1.-500 \n"
    let index = try parse(ExtfragIndex.self, text)
    #expect(index.rows.first?.thousandths == [-1000, -500, 0, 512, -5, -1500])
    #expect(index.text == text)
    let unusable = "Node 0, zone   Normal 0.000 0.001 1.000 \n"
    #expect(try parse(UnusableIndex.self, unusable).rows.first?.thousandths == [0, 1, 1000])
    #expect(try parse(UnusableIndex.self, unusable).text == unusable)
  }

  @Test("iomem gives the banks of memory and what lies in them")
  func ioMem() throws {
    let bytes = try RecordedCapture.contents("arm64-6.1-512m-sync", "before/iomem")
    let memory = try IOMem(parsing: bytes, file: "iomem")
    #expect(
      memory.regions.contains(.init(depth: 0, first: 0x4000_0000, last: 0x5fff_ffff, name: "System RAM")))
    #expect(
      memory.regions.contains(.init(depth: 1, first: 0x4021_0000, last: 0x4185_ffff, name: "Kernel code")))
  }

  @Test("A counter below zero is read as such, though it is printed as a huge number")
  func negativeCounter() throws {
    let stat = try parse(VMStat.self, "nr_dirty 18446744073709551615\npgfree 12\n")
    #expect(stat["nr_dirty"] == -1)
    #expect(stat["pgfree"] == 12)
    #expect(stat["compact_stall"] == nil)
  }

  @Test("freelists gives lists from head to tail, and the migratetype a page remembers")
  func freeLists() throws {
    let bytes = try RecordedCapture.contents("arm64-6.1-512m-sync", "before/freelists")
    let lists = try FreeLists(parsing: bytes, file: "freelists")
    #expect(lists.taken.tries == 1)
    #expect(lists.taken.time == .milliseconds(43.6))
    #expect(lists.node["totalreserve_pages"] == 8448)
    #expect(lists["DMA"]?.fields[array: "_watermark"] == [5632, 7040, 8448, 9856])
    #expect(lists["DMA"]?.fields["NR_FREE_PAGES"] == 64286)
    #expect(lists["DMA"]?.pageSets.map { $0.fields["count"] } == [2548, 152])
    let cma = try #require(lists.freeLists.first { $0.order == 10 && $0.migratetype == 4 })
    #expect(cma.blocks.prefix(3) == [0x5e400, 0x5e000, 0x5dc00])
    let movable = try #require(lists.perCPULists.first { $0.cpu == 0 && $0.index == 1 })
    #expect(movable.blocks.first == .init(pfn: 0x5e819, migratetype: 4))
    #expect(movable.blocks.count == 2426)
  }

  @Test("pageblocks gives each block's migratetype and hint, and the zone's cached positions")
  func pageBlocks() throws {
    let bytes = try RecordedCapture.contents("arm64-6.12-1g-thp", "after/pageblocks")
    let blocks = try PageBlocks(parsing: bytes, file: "pageblocks")
    let zone = try #require(blocks.zones.first)
    #expect(zone.cachedFreePFN == 0x5e200)
    #expect([zone.cachedMigratePFNAsync, zone.cachedMigratePFNSync] == [0x49600, 0x41e00])
    #expect(zone.orderFailed == 10)
    #expect(blocks.blocks.count == 512)
  }

  @Test("A pinned page says how it is pinned")
  func pinned() throws {
    let pinned = try parse(
      PinnedPages.self, "# comment\n0x4742b io_uring-anon\n0x49880 io_uring-shmem\n0x5 vmsplice\n")
    #expect(pinned.pages.map(\.pfn) == [0x4742b, 0x49880, 0x5])
    #expect(pinned.pages.map(\.how) == ["io_uring-anon", "io_uring-shmem", "vmsplice"])
  }

  @Test(
    "A trigger is written as it is read",
    arguments: ["sync", "syncs:3", "node", "hugetlb:60", "thp:400", "proactive:90", "none"])
  func triggers(text: String) {
    #expect(RecordedTrigger(text)?.text == text)
  }

  @Test(
    "What is no trigger is refused",
    arguments: ["", "sync:1", "thp", "thp:x", "thp:0", "thp:1:2", "hugetlb:-1"])
  func noTrigger(text: String) {
    #expect(RecordedTrigger(text) == nil)
  }
}
