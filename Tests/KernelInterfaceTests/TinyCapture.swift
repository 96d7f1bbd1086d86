import Testing

@testable import KernelInterface

/// A made-up capture of two pageblocks, with every file a capture can have, small enough to be damaged often.
enum TinyCapture {
  static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for side in ["before", "after"] {
      for (name, text) in texts { files["t/\(side)/\(name)"] = Array(text.utf8) }
      files["t/\(side)/kpageflags"] = words { $0 >= 1024 ? KPageFlags.Word.buddy.rawValue : 0 }
      files["t/\(side)/kpagecount"] = words { _ in 0 }
    }
    files["t/info.txt"] = Array(info.utf8)
    files["t/trace"] = Array(trace.utf8)
    return files
  }()

  private static func words(_ word: (Int) -> UInt64) -> [UInt8] {
    (0..<1536).flatMap { pfn in withUnsafeBytes(of: word(pfn)) { Array($0) } }
  }

  private static let info = """
    release: 6.12.0
    arch: arm64, 4 KiB pages
    trigger: sync
    trigger-cpu: 0
    trace-stats-cpu0: entries: 1 overrun: 0 commit overrun: 0 dropped events: 0
    notes:
      made up

    """

  private static let trace = """
                 rig-92      [000] .....     8.449711: tracing_mark_write: rig: trigger

    """

  private static let texts = [
    "zoneinfo": """
    Node 0, zone      DMA
      pages free     512
            boost    0
            min      4
            low      5
            high     6
            promo    7
            spanned  1024
            present  1024
            managed  1000
            cma      0
            protection: (0, 0)
          nr_free_pages 512
      pagesets
        cpu: 0
                  count: 2
                  high:  14
                  batch: 1
      vm stats threshold: 2
      node_unreclaimable:  0
      start_pfn:           512

    """,
    "buddyinfo":
      "Node 0, zone      DMA      0      0      0      0      0      0      0      0      0      1 \n",
    "pagetypeinfo": """
    Page block order: 9
    Pages per block:  512

    Free pages count per migrate type at order       0      1
    Node    0, zone      DMA, type      Movable      0      0

    Number of blocks type     Unmovable      Movable
    Node 0, zone      DMA            0            2

    """,
    "vmstat": "nr_free_pages 512\ncompact_stall 0\n",
    "meminfo": "MemFree:            2048 kB\n",
    "iomem": "00200000-005fffff : System RAM\n",
    "extfrag.extfrag_index": "Node 0, zone      DMA -1.000 -1.000 \n",
    "extfrag.unusable_index": "Node 0, zone      DMA 0.000 0.000 \n",
    "pageblocks": """
    zone DMA 0x200 1024 1024 1000 0x0 0x0 0x0 0x0 0x0 0 0 0 0
    block 0x200 1 0
    block 0x400 1 1

    """,
    "freelists": """
    taken tries=1 ms=0.5 cpu=0 bad=0,0
    node totalreserve_pages=6
    zone DMA _watermark=4,5,6,7 NR_FREE_PAGES=512
    pageset DMA 0 count=2 high=14 batch=1
    free DMA 0 1 0:
    free DMA 9 1 1: 400
    pcp DMA 0 1 0 1 2: 201 200

    """,
    "pinned": "0x203 io_uring-anon\n",
  ]
}
