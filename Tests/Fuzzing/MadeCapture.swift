import KernelInterface

/// A made-up capture of four pageblocks, with every file that a capture can have, small enough to be damaged often:
/// kernel memory, two pageblocks of which every other 32 pages are free, and a free one.
public enum MadeCapture {
  public static let folder = "t"

  /// By path.
  public static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for side in ["before", "after"] {
      for (name, text) in texts { files["t/\(side)/\(name)"] = Array(text.utf8) }
      files["t/\(side)/kpageflags"] = words(flags)
      files["t/\(side)/kpagecount"] = words { flags($0) & KPageFlags.Word.lru.rawValue == 0 ? 0 : 1 }
    }
    files["t/info.txt"] = info(trigger: "sync")
    files["t/trace"] = Array(trace.utf8)
    return files
  }()

  private static func words(_ word: (Int) -> UInt64) -> [UInt8] {
    (0..<0xa00).flatMap { pfn in withUnsafeBytes(of: word(pfn)) { Array($0) } }
  }

  private static func flags(_ pfn: Int) -> UInt64 {
    switch pfn {
    case 0x800...: KPageFlags.Word.buddy.rawValue
    case 0x402..<0x800:
      pfn & 0x20 != 0
        ? KPageFlags.Word.buddy.rawValue
        : KPageFlags.Word([.lru, .anon, .swapbacked]).rawValue
    default: 0
    }
  }

  /// With another trigger than a write to compact_memory.
  public static func info(trigger: String) -> [UInt8] {
    Array(
      """
      release: 6.12.117
      arch: arm64, 4 KiB pages
      trigger: \(trigger)
      trigger-cpu: 0
      vm.compact_unevictable_allowed: 1
      vm.compaction_proactiveness: 20
      vm.extfrag_threshold: 500
      vm.watermark_boost_factor: 15000
      trace-stats-cpu0: entries: 5 overrun: 0 commit overrun: 0 dropped events: 0
      notes:
        region: 0xffff70000000, 4 MiB, madvised
        region GiB 0xffff40000000: 0 pages present

      """.utf8)
  }

  private static let trace = """
    # tracer: nop
    #
    # entries-in-buffer/entries-written: 5/5   #P:1
    #
                 rig-92      [000] .....     8.449711: tracing_mark_write: rig: trigger
                 rig-92      [000] .....     8.449712: mm_compaction_begin: zone_start=0x200 migrate_pfn=0x200 \
    free_pfn=0x800 zone_end=0xa00, mode=sync
                 rig-92      [000] .....     8.449713: mm_compaction_isolate_migratepages: range=(0x400 ~ 0x420) \
    nr_scanned=32 nr_taken=30
                 rig-92      [000] .....     8.449714: mm_compaction_finished: node=0 zone=DMA      order=-1 ret=continue
                 rig-92      [000] .....     8.449715: mm_compaction_end: zone_start=0x200 migrate_pfn=0x600 \
    free_pfn=0x600 zone_end=0xa00, mode=sync status=complete

    """

  private static let texts = [
    "zoneinfo": """
    Node 0, zone      DMA
      pages free     1024
            boost    0
            min      4
            low      5
            high     6
            promo    7
            spanned  2048
            present  2048
            managed  2000
            cma      0
            protection: (0, 0)
          nr_free_pages 1024
      pagesets
        cpu: 0
                  count:    2
                  high:     14
                  batch:    1
                  high_min: 14
                  high_max: 60
      vm stats threshold: 2
      node_unreclaimable:  0
      start_pfn:           512
      reserved_highatomic: 0

    """,
    "buddyinfo":
      "Node 0, zone      DMA      0      0      0      0      0     16      0      0      0      1      0 \n",
    "pagetypeinfo": """
    Page block order: 9
    Pages per block:  512

    Free pages count per migrate type at order       0      1      2      3      4      5      6      7      8      9     10
    Node    0, zone      DMA, type      Movable      0      0      0      0      0     16      0      0      0      1      0

    Number of blocks type     Unmovable      Movable
    Node 0, zone      DMA            1            3

    """,
    "vmstat": "nr_free_pages 1024\ncompact_stall 0\ncompact_migrate_scanned 7\n",
    "meminfo": "MemFree:            4096 kB\nHugePages_Total:       1\n",
    "iomem": "00200000-009fffff : System RAM\n  00200000-002fffff : Kernel code\n",
    "extfrag.extfrag_index": "Node 0, zone      DMA -1.000 -1.000 0.512 \n",
    "extfrag.unusable_index": "Node 0, zone      DMA 0.000 0.050 \n",
    "pageblocks": """
    zone DMA 0x200 2048 2048 2000 0x0 0x0 0x0 0x0 0x0 0 0 0 0
    block 0x200 0 0
    block 0x400 1 0
    block 0x600 1 1
    block 0x800 1 0

    """,
    "freelists": """
    taken tries=1 ms=0.5 cpu=0 bad=0,0
    node totalreserve_pages=6
    zone DMA _watermark=4,5,6,7 watermark_boost=0 lowmem_reserve=0,0 nr_reserved_highatomic=0 flags=0 NR_FREE_PAGES=1024
    pageset DMA 0 count=2 high=14 high_min=14 high_max=60 batch=1 alloc_factor=0 free_count=0 flags=0
    free DMA 0 1 0:
    free DMA 5 1 16: 420 460 4a0 4e0 520 560 5a0 5e0 620 660 6a0 6e0 720 760 7a0 7e0
    free DMA 9 1 1: 800
    pcp DMA 0 1 0 1 2: 401 400

    """,
    "pinned": "0x403 io_uring-anon\n",
  ]
}
