/// Something that the kernel does and the simulation leaves out or simplifies (model 13). All of them are
/// in `all`, and nowhere else.
public struct Simplification: Equatable, Sendable, Identifiable {
  /// The key of its words: `leaves-out.ID.title`, `.simplified` for what is done instead, `.misleads` for
  /// what a person could believe wrongly.
  public let id: String
  /// The kernels that it holds for.
  public let versions: [KernelVersion]
  /// The kernel function that would do it.
  public let kernelSymbol: String

  private init(_ id: String, _ kernelSymbol: String, _ versions: [KernelVersion] = KernelVersion.all) {
    self.id = id
    self.kernelSymbol = kernelSymbol
    self.versions = versions
  }

  public static let all: [Simplification] = [
    // Who works beside the run
    Simplification("kswapd", "balance_pgdat"),
    Simplification("kcompactd-beside", "kcompactd_do_work"),
    Simplification("others", "__alloc_pages"),
    Simplification("worker", "decay_pcp_high", [.v6_12, .v6_18, .v7_2]),
    Simplification("khugepaged", "khugepaged_scan_mm_slot"),
    // Reclaim
    Simplification("reclaim-order", "shrink_folio_list"),
    Simplification("swap", "swap_writepage"),
    Simplification("writeback", "writeout"),
    Simplification("oom", "out_of_memory"),
    // Locks and time
    Simplification("locks", "compact_lock_irqsave"),
    Simplification("time", "folio_copy"),
    Simplification("page-lock", "folio_lock"),
    Simplification("counter-drift", "zone_watermark_ok_safe"),
    Simplification("given-up", "fatal_signal_pending"),
    // What is in memory
    Simplification("numa", "for_each_online_node"),
    Simplification("memcg", "mem_cgroup_migrate"),
    Simplification("ksm", "folio_migrate_ksm"),
    Simplification("movable-ops", "isolate_movable_page"),
    Simplification("hugetlb", "isolate_or_dissolve_huge_page"),
    Simplification("hwpoison", "memory_failure"),
    Simplification("hotplug", "pageblock_pfn_to_page"),
    Simplification("device-memory", "memmap_init_zone_device"),
    Simplification("page-tables", "__pmd_alloc"),
    // Allocator
    Simplification("shuffle", "shuffle_pick_tail"),
    Simplification("page-reporting", "page_reporting_notify_free"),
    Simplification("page-size", "pageblock_order"),
    Simplification("page-zero", "init_currently_empty_zone"),
    Simplification("large-machines", "free_area_init"),
    // Versions
    Simplification("defrag-mode", "compaction_zonelist_suitable", [.v6_18, .v7_2]),
    Simplification("unrecorded", "compact_zone", [.v6_18, .v7_2]),
    Simplification("small-orders", "fast_isolate_freepages"),
    // Display
    Simplification("teaching-scale", "COMPACT_CLUSTER_MAX"),
  ]
}
