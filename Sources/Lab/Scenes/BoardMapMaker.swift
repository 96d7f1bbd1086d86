import Simulation
import Stage
import Words

/// Makes the map of a whole machine.
final class BoardMapMaker {
  private let source: any RunSource
  private let zones: [BoardMap.ZonePart]
  private let holes: [BoardMap.Hole]
  private let regions: [BoardMap.Region]
  private var census: PageblockCensus
  /// What has been looked at closely, by the first page of the pageblock; as long as it is as it was.
  private var details: [Pfn: PageblockDetail] = [:]

  /// - Parameter census: of the memory that it makes maps of.
  init(_ source: any RunSource, _ census: PageblockCensus, words: Catalogue) {
    self.source = source
    self.census = census
    zones = source.layout.zones.map {
      BoardMap.ZonePart(name: $0.name, ranges: $0.ranges, present: $0.present, freePages: 0)
    }
    let named = source.landmarks.compactMap { landmark -> BoardMap.Region? in
      switch landmark.kind {
      case .cma:
        BoardMap.Region(range: landmark.range, name: words("migratetype.cma.name"), detail: landmark.name)
      case .reserved: BoardMap.Region(range: landmark.range, name: landmark.name, isReserved: true)
      case .hole: nil
      }
    }
    regions = named + Self.unnamedCMA(census, source.layout, named, words)
    holes = Self.holes(source)
  }

  /// Stretches of CMA pageblocks that no landmark names, as those of a scenario.
  private static func unnamedCMA(
    _ census: PageblockCensus, _ layout: MachineLayout, _ named: [BoardMap.Region], _ words: Catalogue
  ) -> [BoardMap.Region] {
    let order = layout.scale.pageblockOrder
    let base = layout.zones[0].start.start(ofOrder: layout.scale.maxOrder)
    var ranges: [Range<Pfn>] = []
    for (index, summary) in census.summaries.enumerated() where summary.migratetype == .cma {
      let start = base + index << order
      guard !named.contains(where: { $0.range.contains(start) }) else { continue }
      ranges.join(start..<start + 1 << order)
    }
    return ranges.map {
      BoardMap.Region(range: $0.lowerBound...$0.upperBound - 1, name: words("migratetype.cma.name"))
    }
  }

  /// Holes that have a name, and others between two parts of the memory.
  private static func holes(_ source: any RunSource) -> [BoardMap.Hole] {
    let named = source.landmarks.filter { $0.kind == .hole }.map {
      BoardMap.Hole(range: $0.range.lowerBound..<($0.range.upperBound + 1), key: $0.name)
    }
    let ranges = source.layout.zones.flatMap(\.ranges).sorted { $0.lowerBound < $1.lowerBound }
    let gaps = zip(ranges, ranges.dropFirst()).compactMap { before, after -> BoardMap.Hole? in
      guard before.upperBound + 1 < after.lowerBound else { return nil }
      let gap = before.upperBound + 1..<after.lowerBound
      return named.contains { $0.range.overlaps(gap) } ? nil : BoardMap.Hole(range: gap, key: "nothing")
    }
    return (named + gaps).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The board as it is now.
  /// - Parameter step: what the step just made was about.
  func map(of memory: Memory, after step: Step?, inspector: Pfn?) -> BoardMap {
    forgetDetails(at: census.update(memory), memory)
    let facts = MemoryReading(memory, after: step)
    var zones = zones
    for zone in memory.zones {
      zones[zone.index].freePages = memory[.zone(zone.index, .freePages)]
      zones[zone.index].stuckPageblocks = census.stuckPageblocks(in: zone, of: memory)
    }
    var map = BoardMap(
      zones: zones, holes: holes, regions: regions, pageblockOrder: memory.scale.pageblockOrder,
      maxOrder: memory.scale.maxOrder, base: memory.base, summaries: census.summaries,
      migrate: facts.migrate?.pfn, free: facts.free?.pfn,
      pageblocksBetween: pageblocksBetween(facts, memory.scale),
      runZone: facts.migrate == nil ? nil : facts.zone.name, inspector: inspector)
    map.moved = memory[.vmstat(.pgmigrateSuccess)] + memory[.batchMoved]
    map.haveMet = facts.haveMet
    map.move = step.flatMap { StepChange.Move($0) }
    map.migratePageblock = facts.migrate?.pageblock
    map.freePageblock = facts.free?.pageblock
    return map
  }

  /// What is in these pageblocks, by their first pages; others may be among them.
  func details(at pageblocks: [Pfn], _ memory: Memory) -> [Pfn: PageblockDetail] {
    if details.count > 4096 { details = [:] }
    for start in pageblocks where details[start] == nil {
      details[start] = PageblockDetail(memory, at: start)
    }
    return details
  }

  /// - Parameter touched: indices of pageblocks.
  private func forgetDetails(at touched: [Int], _ memory: Memory) {
    if touched.count > details.count {
      details = [:]
    } else {
      for index in touched { details[memory.base + index * memory.scale.pageblockPages] = nil }
    }
  }

  private func pageblocksBetween(_ facts: MemoryReading, _ scale: Scale) -> Int? {
    guard let migrate = facts.migrate, let free = facts.free else { return nil }
    return max((free.pageblock - migrate.pageblock) / scale.pageblockPages - 1, 0)
  }
}
