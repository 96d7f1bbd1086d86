import Simulation
import Stage

/// A zone of a small memory, page by page.
struct PageMapMaker {
  /// What is worth an entry in the legend: what the memory holds before the run, or is given by an edit.
  private let legend: [PageMap.LegendEntry]
  /// What the legend keeps room for: these, and all that edits could add, so that a branch needs no more.
  private let legendRoom: [PageMap.LegendEntry]

  /// - Parameters:
  ///   - edits: what is made in it later on.
  ///   - other: what was shown before, whose legend is only added to.
  init(_ memory: Memory, edits: [Edit] = [], insteadOf other: PageMapMaker? = nil) {
    let held = PageMap.LegendEntry.all(in: memory)
    let edited =
      edits.compactMap(\.look).map { PageMap.LegendEntry.page($0) }
      + edits.compactMap(\.type).map { PageMap.LegendEntry.pageblock($0) }
    let shown = held.union(edited).union(other?.legend ?? [])
    let room =
      other?.legendRoom
      ?? PageMap.LegendEntry.order.filter { held.contains($0) || PageMap.LegendEntry.paintable.contains($0) }
    legend =
      room.filter(shown.contains)
      + PageMap.LegendEntry.order.filter { shown.contains($0) && !room.contains($0) }
    legendRoom = room
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
      legend: [], focus: inspector ?? facts.migrate?.pageblock ?? facts.zone.start,
      inspector: inspector)
    // What the run brings stands behind the others and moves none of them.
    let seen = PageMap.LegendEntry.all(in: map)
    map.legend = legend + PageMap.LegendEntry.order.filter { seen.contains($0) && !legend.contains($0) }
    if parts.count > 1 { map.parts = parts }
    map.runZone = facts.zone.name
    map.haveMet = facts.haveMet
    map.legendRoom = legendRoom
    map.subject = step?.subject
    map.migratePageblock = facts.migrate?.pageblock
    map.freePageblock = facts.free?.pageblock
    return map
  }
}

extension PageMap.LegendEntry {
  /// All of them, as they stand beside each other.
  fileprivate static let order: [PageMap.LegendEntry] =
    ([
      .free(0), .anonymous, .file, .dirty, .writeback, .unevictable, .largeFolio, .movableOps, .kernel, .slab,
      .pageTable, .pinned, .pinnedFile, .hugetlb, .reserved, .onPerCPUList,
    ] as [PageLook]).map { .page($0) } + Migratetype.allCases.filter { $0 != .movable }.map { .pageblock($0) }
    + [.skipHint, .page(.source(1)), .page(.target(1)), .page(.held), .page(.captured)]

  /// What a person can make of a page or pageblock.
  fileprivate static let paintable: Set<PageMap.LegendEntry> = [
    .page(.anonymous), .page(.file), .page(.pinned), .page(.kernel), .pageblock(.unmovable),
    .pageblock(.reclaimable),
  ]

  /// What a memory holds before its run, and what every run makes of it.
  fileprivate static func all(in memory: Memory) -> Set<PageMap.LegendEntry> {
    var entries: Set<PageMap.LegendEntry> = [
      .page(.free(0)), .skipHint, .page(.source(1)), .page(.target(1)), .page(.held),
    ]
    if memory.layout.zones.contains(where: { $0.pageset != nil }) { entries.insert(.page(.onPerCPUList)) }
    for zone in memory.zones {
      for run in PageMap.runs(of: memory, in: zone.start..<zone.end, batch: Batch(memory)) {
        entries.insert(PageMap.LegendEntry(run.look))
      }
      for pfn in stride(from: zone.start, to: zone.end, by: memory.scale.pageblockPages) {
        let type = memory.migratetype(ofPageblockAt: pfn)
        if type != .movable { entries.insert(.pageblock(type)) }
      }
    }
    return entries
  }

  /// What is on a map.
  fileprivate static func all(in map: PageMap) -> Set<PageMap.LegendEntry> {
    var entries = Set(map.runs.map { PageMap.LegendEntry($0.look) })
    for pageblock in map.pageblocks where pageblock.migratetype != .movable {
      entries.insert(.pageblock(pageblock.migratetype))
    }
    return entries
  }

  /// The entry of a page: one for free blocks of all orders and for all numbers.
  private init(_ look: PageLook) {
    self =
      switch look {
      case .free: .page(.free(0))
      case .source: .page(.source(1))
      case .target: .page(.target(1))
      default: .page(look)
      }
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
