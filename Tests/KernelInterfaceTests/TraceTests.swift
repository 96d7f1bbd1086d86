import Testing

@testable import KernelInterface

@Suite("Trace")
struct TraceTests {
  private func parse(_ text: String) throws -> Trace {
    try Trace(parsing: Array(text.utf8), file: "trace")
  }

  @Test("A line gives task, CPU, time and event")
  func line() throws {
    let text =
      "      kcompactd0-32      [001] .N...  1234.000070: mm_compaction_end: zone_start=0x40000 "
      + "migrate_pfn=0x464e2 free_pfn=0x7fe00 zone_end=0x80000, mode=async status=success\n"
    let line = try #require(try parse(text).lines.first)
    #expect(
      line
        == TraceLine(
          task: "kcompactd0", pid: 32, cpu: 1, flags: ".N...", time: .microseconds(1_234_000_070),
          event: .compactionEnd(
            .init(zoneStart: 0x40000, migratePFN: 0x464e2, freePFN: 0x7fe00, zoneEnd: 0x80000, sync: false),
            status: .success)))
    #expect(try parse(text).text == text)
  }

  @Test(
    "Every kind of event is printed as the kernel prints it",
    arguments: [
      "mm_compaction_isolate_freepages: range=(0x5fe00 ~ 0x60000) nr_scanned=512 nr_taken=0",
      "mm_compaction_fast_isolate_freepages: range=(0x8000000000062c00 ~ 0x62c00) nr_scanned=570 nr_taken=0",
      "mm_compaction_migratepages: nr_migrated=32 nr_failed=0",
      "mm_compaction_suitable: node=0 zone=DMA      order=-1 ret=continue",
      "mm_compaction_finished: node=1 zone=Normal   order=9 ret=no_suitable_page",
      "mm_compaction_try_to_compact_pages: order=9 gfp_mask=GFP_TRANSHUGE|__GFP_NORETRY|__GFP_THISNODE priority=2",
      "mm_compaction_deferred: node=0 zone=DMA      order=9 order_failed=9 consider=1 limit=2",
      "mm_compaction_defer_compaction: node=0 zone=DMA32    order=9 order_failed=9 consider=0 limit=2",
      "mm_compaction_defer_reset: node=0 zone=Movable  order=9 order_failed=10 consider=0 limit=1",
      "mm_compaction_kcompactd_sleep: nid=0",
      "mm_compaction_kcompactd_wake: nid=0 order=9 classzone_idx=DMA     ",
      "mm_compaction_wakeup_kcompactd: nid=0 order=9 classzone_idx=Movable ",
      "mm_migrate_pages: nr_succeeded=32 nr_failed=0 nr_thp_succeeded=0 nr_thp_failed=0 nr_thp_split=0 "
        + "mode=MIGRATE_SYNC reason=compaction",
      "mm_migrate_pages: nr_succeeded=32 nr_failed=0 nr_thp_succeeded=0 nr_thp_failed=0 nr_thp_split=0 nr_split=0 "
        + "mode=MIGRATE_ASYNC reason=compaction",
      "mm_page_alloc_extfrag: page=00000000f8c1d2a3 pfn=0x10fc00 alloc_order=0 fallback_order=10 pageblock_order=9 "
        + "alloc_migratetype=0 fallback_migratetype=1 fragmenting=0 change_ownership=1",
      "tracing_mark_write: rig: trigger",
      "compact_retry: order=9 priority=COMPACT_PRIO_SYNC_LIGHT compaction_result=failed retries=1 max_retries=16 "
        + "should_retry=0",
    ])
  func events(text: String) throws {
    let line = "             rig-92      [000] .....     8.449711: \(text)\n"
    #expect(try parse(line).text == line)
  }

  @Test(
    "A task's name may have spaces, dashes and brackets in it",
    arguments: [
      "a-b c-12", "Web Content", "x [1]", "-5", "<...>",
    ])
  func names(task: String) throws {
    let line = TraceLine(task: task, pid: 4711, cpu: 3, time: .microseconds(5), event: .mark("x"))
    var output = TextOutput()
    line.write(to: &output)
    #expect(try Trace(parsing: output.bytes, file: "trace").lines == [line])
  }

  @Test("Lost events are counted, and stay where they were")
  func losses() throws {
    let text = """
      CPU:1 [LOST 12 EVENTS]
                   rig-92      [001] .....     8.449711: tracing_mark_write: a
      CPU:0 [LOST EVENTS]

      """
    let trace = try parse(text)
    #expect(
      trace.losses == [.init(beforeLine: 0, cpu: 1, events: 12), .init(beforeLine: 1, cpu: 0, events: nil)])
    #expect(trace.text == text)
  }

  @Test(
    "A line that can't be read is named",
    arguments: [
      ("rubbish\n", "trace:1: “rubbish”; expected task-pid [cpu]"),
      (
        "  rig-92      [000] .....     8.449711: mm_compaction_migratepages: nr_migrated=32 nr_failed=many\n",
        "trace:1: “many”; expected a number"
      ),
      (
        "  rig-92      [000] .....     8.449711: mm_compaction_finished: node=0 zone=DMA      order=9 ret=fine\n",
        "trace:1: “fine” is no result of compaction"
      ),
      (
        "  rig-92      [000] .....     8.449711: mm_compaction_kcompactd_sleep: nid=0 more\n",
        "trace:1: “ more”; expected the end of the line"
      ),
    ])
  func errors(text: String, message: String) {
    #expect {
      try parse(text)
    } throws: {
      "\($0)" == message
    }
  }

  @Test("Results of compaction have the kernel's numbers")
  func statuses() {
    #expect(CompactionStatus.allCases.map(\.rawValue) == Array(0...8))
    #expect(CompactionStatus(text: "partial_skipped") == .partialSkipped)
    #expect(CompactionStatus(text: "done") == nil)
  }
}
