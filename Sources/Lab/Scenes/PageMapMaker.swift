import Simulation
import Stage

/// A zone of a small memory, page by page.
struct PageMapMaker {
  /// What is worth an entry in the legend: what the memory holds before the run.
  private let legend: [PageMap.LegendEntry]
  /// How many of these the legend has room for; nil for all.
  private let legendRoom: Int?

  /// - Parameters:
  ///   - edits: what is made in it later on.
  ///   - other: what was shown before, whose legend is only added to.
  init(_ memory: Memory, edits: [Edit] = [], insteadOf other: PageMapMaker? = nil) {
    var entries: [PageMap.LegendEntry] = [.page(.free(0))]
    let looks =
      memory.zones.flatMap { zone in
        PageMap.runs(of: memory, in: zone.start..<zone.end, batch: Batch(memory)).map(\.look)
      } + edits.compactMap(\.look)
    let kinds: [PageLook] = [
      .anonymous, .file, .dirty, .writeback, .unevictable, .largeFolio, .movableOps, .kernel, .slab,
      .pageTable,
      .pinned, .pinnedFile, .hugetlb, .reserved,
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
    entries += [.skipHint, .page(.source(1)), .page(.target(1)), .page(.held)]
    let known = other?.legend ?? []
    legend = known + entries.filter { !known.contains($0) }
    legendRoom = other?.legend.count
  }

  /// - Parameter step: what the step just made was about.
  func map(of memory: Memory, after step: Step?, inspector: Pfn?) -> PageMap {
    let facts = MemoryReading(memory, after: step)
    let pages = memory.scale.pageblockPages
    let batch = Batch(memory)
    let parts = memory.zones.map { zone in
      PageMap.Part(
        zone: zone.name, range: zone.start / pages * pages..<(zone.end + pages - 1) / pages * pages)
    }
    let pageblocks = parts.flatMap { part in
      stride(from: part.range.lowerBound, to: part.range.upperBound, by: pages).map {
        PageMap.Pageblock(memory.migratetype(ofPageblockAt: $0), skipHint: memory.skipHint(at: $0))
      }
    }
    var map = PageMap(
      range: parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound,
      pageblockOrder: memory.scale.pageblockOrder, maxOrder: memory.scale.maxOrder,
      runs: parts.flatMap { PageMap.runs(of: memory, in: $0.range, batch: batch) }, pageblocks: pageblocks,
      migrate: facts.migrate?.pfn, free: facts.free?.pfn, between: facts.between, movers: batch.movers,
      legend: legend, focus: inspector ?? facts.migrate?.pageblock ?? facts.zone.start,
      inspector: inspector)
    if parts.count > 1 { map.parts = parts }
    map.runZone = facts.zone.name
    map.legendRoom = legendRoom
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
