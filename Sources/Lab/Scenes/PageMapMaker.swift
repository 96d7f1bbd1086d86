import Simulation
import Stage

/// A zone of a small memory, page by page.
struct PageMapMaker {
  /// What is worth an entry in the legend: what the memory holds before the run.
  private let legend: [PageMap.LegendEntry]

  /// - Parameter edits: what is made in it later on.
  init(_ memory: Memory, edits: [Edit] = []) {
    var entries: [PageMap.LegendEntry] = [.page(.free(0))]
    let looks =
      memory.zones.flatMap { zone in
        PageMap.runs(of: memory, in: zone.start..<zone.end, batch: Batch(memory)).map(\.look)
      } + edits.compactMap(\.look)
    let kinds: [PageLook] = [
      .anonymous, .file, .unevictable, .largeFolio, .movableOps, .kernel, .pinned, .hugetlb, .reserved,
      .onPerCPUList,
    ]
    entries += kinds.filter(looks.contains).map { .page($0) }
    if memory.layout.zones.contains(where: { $0.pageset != nil }) { entries.append(.page(.onPerCPUList)) }
    let types = Set(
      edits.compactMap(\.type)
        + memory.zones.flatMap { zone in
          stride(from: zone.start, to: zone.end, by: memory.scale.pageblockPages).map {
            memory.migratetype(ofPageblockAt: $0)
          }
        })
    entries += Migratetype.allCases.filter { $0 != .movable && types.contains($0) }.map { .pageblock($0) }
    legend = entries + [.skipHint]
  }

  /// - Parameter step: what the step just made was about.
  func map(of memory: Memory, after step: Step?, inspector: Pfn?) -> PageMap {
    let facts = MemoryReading(memory, after: step)
    let zone = facts.zone
    let pages = memory.scale.pageblockPages
    let first = zone.start / pages * pages
    let end = (zone.end + pages - 1) / pages * pages
    let batch = Batch(memory)
    let pageblocks = stride(from: first, to: end, by: pages).map {
      PageMap.Pageblock(memory.migratetype(ofPageblockAt: $0), skipHint: memory.skipHint(at: $0))
    }
    var map = PageMap(
      range: first..<end, pageblockOrder: memory.scale.pageblockOrder, maxOrder: memory.scale.maxOrder,
      runs: PageMap.runs(of: memory, in: first..<end, batch: batch), pageblocks: pageblocks,
      migrate: facts.migrate?.pfn, free: facts.free?.pfn, between: facts.between, movers: batch.movers,
      legend: legend, focus: inspector ?? step?.subject ?? facts.migrate?.pageblock,
      inspector: inspector)
    map.subject = step?.subject
    map.migratePageblock = facts.migrate?.pageblock
    map.freePageblock = facts.free?.pageblock
    return map
  }
}

extension PageblockDetail {
  /// The pageblock that begins with a page; nil for one outside of every zone.
  init?(_ memory: Memory, at start: Pfn) {
    guard memory.contains(start) else { return nil }
    let end = min(start + memory.scale.pageblockPages, memory.end)
    self.init(
      pageblock: PageMap.Pageblock(
        memory.migratetype(ofPageblockAt: start), skipHint: memory.skipHint(at: start)),
      runs: PageMap.runs(of: memory, in: start..<end, batch: Batch(memory)))
  }
}

extension Edit {
  /// How what it puts somewhere looks.
  fileprivate var look: PageLook? {
    if case .occupy(_, let kind, let flags) = self { PageLook(used: Frame(kind, flags)) } else { nil }
  }
  fileprivate var type: Migratetype? {
    if case .setMigratetype(let type, _) = self { type } else { nil }
  }
}

extension Lens {
  /// The pageblock that holds a page; nil for a page outside of every zone.
  init?(_ memory: Memory, at pfn: Pfn) {
    let pages = memory.scale.pageblockPages
    let start = pfn / pages * pages
    guard memory.contains(start) else { return nil }
    let range = start..<min(start + pages, memory.end)
    let summary = PageblockSummary(of: memory, at: start)
    self.init(
      start: start,
      pageblock: PageMap.Pageblock(
        memory.migratetype(ofPageblockAt: start), skipHint: memory.skipHint(at: start)),
      runs: PageMap.runs(of: memory, in: range, batch: Batch(memory)), pages: Int(summary.present),
      freePages: Int(summary.free), largestFree: summary.largestFree < 0 ? nil : Int(summary.largestFree),
      maxOrder: memory.scale.maxOrder)
    pagesOnCPULists = memory.pagesOnCPULists(in: range)
  }
}

extension Memory {
  /// Free pages of a stretch that wait on per-CPU lists.
  func pagesOnCPULists(in range: Range<Pfn>) -> Int {
    range.reduce(0) { count, pfn in
      let frame = frame(at: pfn)
      return frame.place == .perCPU ? count + 1 << frame.order : count
    }
  }
}
