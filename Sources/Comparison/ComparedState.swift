import KernelInterface
import Simulation

/// One of the allocator's lists after the run.
public struct ComparedList: Sendable, Encodable {
  public enum Verdict: String, Sendable, Encodable {
    case equal
    /// The same blocks in another order.
    case otherOrder
    case otherBlocks
  }

  public var zone: String
  /// nil for the zone's free lists.
  public var cpu: Int?
  public var order: Int
  public var migratetype: String
  public var blocks: Pair
  /// Blocks that both have, in whatever order.
  public var common: Int
  public var verdict: Verdict

  init(
    zone: String, cpu: Int?, order: Int, type: UInt8, recorded: [Int], simulated: [Int]
  ) {
    self.zone = zone
    self.cpu = cpu
    self.order = order
    migratetype = Migratetype(rawValue: type).map { "\($0)" } ?? "\(type)"
    blocks = Pair(recorded: recorded.count, simulated: simulated.count)
    common = recorded == simulated ? recorded.count : Set(recorded).intersection(simulated).count
    verdict =
      recorded == simulated
      ? .equal
      : blocks.isEqual && common == recorded.count ? .otherOrder : .otherBlocks
  }
}

/// What is left behind by the run: lists, sets, pageblocks, positions.
public struct ComparedState: Sendable, Encodable {
  public var freeLists: [ComparedList] = []
  public var perCPULists: [ComparedList] = []
  /// Fields of `struct per_cpu_pages`, as `ZONE cpu N field`.
  public var allocator: [NamedPair] = []
  /// Cached and initial positions and deferral, as `ZONE field`.
  public var compaction: [NamedPair] = []
  /// Pageblocks whose type, or skip hint, differs, by pfn; nil where they are not recorded.
  public var otherType: [Int]?
  public var otherSkipHint: [Int]?
  /// Free blocks by order, as `ZONE order N`: what buddyinfo shows.
  public var freeBlocks: [NamedPair] = []

  init(_ recorded: Snapshot, _ memory: Memory, version: KernelVersion) {
    for zone in memory.zones {
      compareBuddyInfo(recorded.buddyInfo, memory, zone)
      if let lists = recorded.freeLists { compareLists(lists, memory, zone, version) }
      if let blocks = recorded.pageBlocks { comparePositions(blocks, memory, zone) }
    }
    if let blocks = recorded.pageBlocks { comparePageblocks(blocks, memory) }
  }

  /// Whether all lists are equal, order included.
  public var listsAgree: Bool { (freeLists + perCPULists).allSatisfy { $0.verdict == .equal } }
  /// Whether all that belongs to compaction itself is equal.
  public var hintsAgree: Bool {
    compaction.allSatisfy(\.pair.isEqual) && otherType?.isEmpty != false
      && otherSkipHint?.isEmpty != false
  }

  private mutating func compareBuddyInfo(_ info: BuddyInfo?, _ memory: Memory, _ zone: Zone) {
    guard let row = info?.rows.first(where: { $0.zone == zone.name.description }) else { return }
    let ours = memory.freeBlockCounts(zone: zone.index).blocks
    for (order, pair) in zip(row.freeBlocks, ours).enumerated() {
      freeBlocks.append(
        NamedPair("\(zone.name) order \(order)", recorded: pair.0, simulated: pair.1))
    }
  }

  private mutating func compareLists(
    _ lists: FreeLists, _ memory: Memory, _ zone: Zone, _ version: KernelVersion
  ) {
    let name = zone.name.description
    for list in lists.freeLists where list.zone == name {
      guard let type = Migratetype(rawValue: list.migratetype), list.order <= memory.scale.maxOrder
      else { continue }
      freeLists.append(
        ComparedList(
          zone: name, cpu: nil, order: list.order, type: list.migratetype, recorded: list.blocks,
          simulated: memory.freeList(zone: zone.index, order: list.order, type: type)))
    }
    for list in lists.perCPULists where list.zone == name && list.cpu < memory.layout.cpus {
      perCPULists.append(
        ComparedList(
          zone: name, cpu: list.cpu, order: list.order, type: list.migratetype,
          recorded: list.blocks.map(\.pfn),
          simulated: memory.perCPUList(zone: zone.index, cpu: list.cpu, index: list.index)))
    }
    guard let fields = lists[name] else { return }
    for set in fields.pageSets where set.cpu < memory.layout.cpus {
      for (field, register) in PagesetField.recorded(by: version) {
        guard let value = set.fields[field] else { continue }
        let ours = memory[memory.pagesetRegister(zone: zone.index, cpu: set.cpu, register)]
        allocator.append(NamedPair("\(name) cpu \(set.cpu) \(field)", recorded: value, simulated: ours))
      }
    }
  }

  private mutating func comparePositions(_ blocks: PageBlocks, _ memory: Memory, _ zone: Zone) {
    guard let recorded = blocks.zones.first(where: { $0.name == zone.name.description }) else { return }
    let fields: [(String, Int, ZoneField)] = [
      ("compact_cached_free_pfn", recorded.cachedFreePFN, .cachedFree),
      ("compact_cached_migrate_pfn[0]", recorded.cachedMigratePFNAsync, .cachedMigrateAsync),
      ("compact_cached_migrate_pfn[1]", recorded.cachedMigratePFNSync, .cachedMigrateSync),
      ("compact_init_free_pfn", recorded.initFreePFN, .initFree),
      ("compact_init_migrate_pfn", recorded.initMigratePFN, .initMigrate),
      ("compact_considered", recorded.considered, .considered),
      ("compact_defer_shift", recorded.deferShift, .deferShift),
      ("compact_order_failed", recorded.orderFailed, .orderFailed),
      ("compact_blockskip_flush", recorded.blockskipFlush ? 1 : 0, .blockskipFlush),
    ]
    for (name, value, field) in fields {
      compaction.append(
        NamedPair(
          "\(zone.name) \(name)", recorded: value, simulated: memory[.zone(zone.index, field)]))
    }
  }

  private mutating func comparePageblocks(_ recorded: PageBlocks, _ memory: Memory) {
    let blocks = recorded.blocks.filter { memory.contains($0.pfn) }
    otherType = blocks.filter {
      memory.migratetype(ofPageblockAt: $0.pfn).rawValue != $0.migratetype
    }.map(\.pfn)
    otherSkipHint = blocks.filter { memory.skipHint(at: $0.pfn) != $0.skip }.map(\.pfn)
  }
}

extension PagesetField {
  /// The fields that decide what happens next, by the name that the recording has for them.
  fileprivate static func recorded(by version: KernelVersion) -> [(String, PagesetField)] {
    let common: [(String, PagesetField)] = [("count", .count), ("high", .high), ("batch", .batch)]
    return common
      + (version.pagesetHighIsTuned
        ? [
          ("free_count", .freeCount), ("alloc_factor", .allocFactor), ("high_min", .highMin),
          ("high_max", .highMax), ("flags", .flags),
        ] : [("free_factor", .freeFactor)])
  }
}
