import KernelInterface
import Surroundings

extension FuzzedReader {
  /// Every text that a kernel or another tool prints.
  public static let kernelFiles: [FuzzedReader] = {
    func made(_ name: String) -> String {
      String(decoding: MadeCapture.files["t/before/\(name)"] ?? [], as: UTF8.self)
    }
    let buddyInfo = made("buddyinfo")
    let metrics = (0..<11).map { "node_buddyinfo_blocks{node=\"0\",size=\"\($0)\",zone=\"DMA\"} \($0 * 7)\n" }
    return [
      file(
        BuddyInfo.self,
        [
          buddyInfo, metrics.joined(), "$ cat /proc/buddyinfo\r\n" + buddyInfo + "\n$ date\n" + buddyInfo,
        ]),
      file(
        PageTypeInfo.self,
        [
          made("pagetypeinfo"),
          made("pagetypeinfo")
            + made("pagetypeinfo").replacing("Node 0", with: "Node 1").replacing(
              "Node    0", with: "Node    1"),
        ]),
      file(ZoneInfo.self, [made("zoneinfo"), olderZoneInfo]),
      file(VMStat.self, [made("vmstat")]),
      file(MemInfo.self, [made("meminfo")]),
      file(IOMem.self, [made("iomem")]),
      file(ExtfragIndex.self, [made("extfrag.extfrag_index")]),
      file(UnusableIndex.self, [made("extfrag.unusable_index")]),
      file(PageBlocks.self, [made("pageblocks")]),
      file(FreeLists.self, [made("freelists")]),
      file(PinnedPages.self, [made("pinned")]),
      file(
        CaptureInfo.self,
        ["sync", "syncs:2", "thp:4", "hugetlb:2", "proactive:5"].map {
          String(decoding: MadeCapture.info(trigger: $0), as: UTF8.self)
        }),
      file(Trace.self, [String(decoding: MadeCapture.files["t/trace"] ?? [], as: UTF8.self), events]),
    ]
  }()

  private static func file<File: KernelFile>(_ type: File.Type, _ inputs: [String]) -> FuzzedReader {
    FuzzedReader(File.fileName, inputs.map { Array($0.utf8) }) { bytes in
      guard let file = try? File(recognizing: bytes, file: "fuzzed") else { return .refused }
      return (try? File(parsing: file.bytes, file: "written")) == file ? .read : .changed
    }
  }

  /// As 4.7 prints it.
  private static let olderZoneInfo = """
    Node 0, zone   Normal
      pages free     258
            min      127
            low      158
            high     190
            scanned  89
            spanned  4096
            present  4064
            managed  4000
        nr_free_pages 258
            protection: (0, 0)
      pagesets
        cpu: 0
                  count: 3
                  high:  6
                  batch: 1
      vm stats threshold: 2
      all_unreclaimable: 0
      start_pfn:         512

    """

  /// One of each kind, of kernels old and new, as several tools print them.
  private static let events = """
    CPU:0 [LOST 12 EVENTS]
    kcompactd0-32 [001] .N...  1234.000070: mm_compaction_isolate_freepages: range=(0x5fe00 ~ 0x60000) nr_scanned=512 nr_taken=0
    kcompactd0-32 [001] 1234.000071: mm_compaction_migratepages: nr_migrated=32 nr_failed=0
    kcompactd0-32 (-----) [001] ....  1234.000072: mm_compaction_try_to_compact_pages: order=9 gfp_mask=0x27000c0 mode=1
    kcompactd0 32/32 [001] 1234.000073: compaction:mm_compaction_suitable: node=0 zone=DMA      order=-1 ret=partial
    kcompactd0-32 [001] .....  1234.000074: mm_compaction_deferred: node=0 zone=DMA      order=9 order_failed=9 consider=1 limit=2
    kcompactd0-32 [001] .....  1234.000075: mm_compaction_kcompactd_wake: nid=0 order=9 classzone_idx=DMA
    kcompactd0-32 [001] .....  1234.000076: mm_migrate_pages: nr_succeeded=32 nr_failed=0 nr_thp_succeeded=0 \
    nr_thp_failed=0 nr_thp_split=0 nr_split=0 mode=MIGRATE_SYNC reason=compaction
    kcompactd0-32 [001] .....  1234.000077: mm_page_alloc_extfrag: page=00000000f8c1d2a3 pfn=0x10fc00 alloc_order=0 \
    fallback_order=10 pageblock_order=9 alloc_migratetype=0 fallback_migratetype=1 fragmenting=0 change_ownership=1
    kcompactd0-32 [001] .....  1234.000078: mm_compaction_begin: zone_start=262144 migrate_start=262656 \
    free_start=392704 zone_end=393216

    """
}
