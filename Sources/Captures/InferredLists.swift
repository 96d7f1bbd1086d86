import KernelInterface
import Simulation

/// Free lists and per-CPU lists where kernel memory could not be read: the free pages are freed again, in an
/// order like those that recorded lists show, and the last ones stay on the per-CPU lists.
struct InferredLists {
  /// For each page from the memory's base: whether it is on a list, or will be.
  private(set) var isFree: [Bool]
  private let order: FreeingOrder
  /// Pages for the per-CPU lists, and the CPUs that share them, of each zone.
  private var perCPU: [(pages: InferredPerCPUPages, shares: [Share])] = []

  init(_ snapshot: Snapshot, _ memory: Memory, order: FreeingOrder) {
    self.order = order
    isFree = [Bool](repeating: false, count: memory.end - memory.base)
    for zone in memory.zones {
      for pfn in zone.start..<min(zone.end, snapshot.kpageflags.words.count)
      where memory.frame(at: pfn).kind == .free && snapshot.kpageflags[pfn].contains(.buddy) {
        isFree[pfn - memory.base] = true
      }
      let sets = snapshot.zoneInfo[zone.name.description]?.pageSets ?? []
      let shares = (0..<memory.layout.cpus).map { cpu in
        Share(cpu, sets.first { $0.cpu == cpu }?.limits, order.version)
      }
      let pages = InferredPerCPUPages(snapshot, memory, zone, count: shares.reduce(0) { $0 + $1.room })
      for pfn in pages.movable + pages.reclaimable { isFree[pfn - memory.base] = true }
      perCPU.append((pages, shares))
    }
  }

  /// Puts the pages on lists; all others must have been placed.
  func fill(_ memory: Memory) {
    for (zone, (pages, shares)) in zip(memory.zones, perCPU) { fill(zone, pages, shares, memory) }
  }

  private func fill(_ zone: Zone, _ pages: InferredPerCPUPages, _ shares: [Share], _ memory: Memory) {
    var shares = shares
    var isFreed = isFree
    for pfn in pages.reclaimable { isFreed[pfn - memory.base] = false }
    let sequence = order.sequence(of: zone, pageblockPages: memory.scale.pageblockPages) {
      isFreed[$0 - memory.base]
    }
    var owners: [Pfn: Int] = [:]
    let neighbours = (zone.start..<zone.end).filter { isFreed[$0 - memory.base] }
    for group in InferredLists.groups(of: Set(pages.movable), in: neighbours) {
      let index = InferredLists.owner(of: group.count, shares)
      // The set has given back its oldest pages.
      for pfn in group.suffix(shares[index].room) { owners[pfn] = shares[index].cpu }
      shares[index].room -= min(shares[index].room, group.count)
      shares[index].isEmpty = false
    }
    memory.free(sequence.filter { owners[$0] == nil })
    // A freed page goes to the head, so the newest comes first.
    for pfn in sequence.reversed() {
      guard let cpu = owners[pfn] else { continue }
      add(pfn, cpu: cpu, type: .movable, memory)
    }
    var rest = pages.reclaimable[...]
    for share in shares.sorted(by: { ($1.room, $0.cpu) < ($0.room, $1.cpu) }) {
      // From a refill, which leaves a list in ascending order.
      for pfn in rest.prefix(share.room) { add(pfn, cpu: share.cpu, type: .reclaimable, memory) }
      rest = rest.dropFirst(share.room)
      guard let high = share.high else { continue }
      memory.set(memory.pagesetRegister(zone: zone.index, cpu: share.cpu, .high), to: high)
    }
    memory.free(Array(rest))
  }

  private func add(_ pfn: Pfn, cpu: Int, type list: Migratetype, _ memory: Memory) {
    memory.addPerCPUBlock(
      at: pfn, cpu: cpu, index: Int(list.rawValue), type: memory.migratetype(ofPageblockAt: pfn),
      toTail: true)
  }

  // MARK: Whose pages

  /// What a CPU's set may still take.
  private struct Share {
    var cpu: Int
    var room: Int
    var isEmpty = true
    var high: Int?
    /// Its worker has lowered it to `high`, so this CPU freed more than it allocated.
    var wasDrained: Bool

    init(_ cpu: Int, _ limits: Counters?, _ version: KernelVersion) {
      self.cpu = cpu
      room = limits?["count"] ?? 0
      high = limits?["high"]
      wasDrained = version.pagesetHighIsTuned && room == high
    }
  }

  /// Pages between two others that are on a free list: at most so many are in between where one CPU freed them
  /// all.
  private static let longestGap = 64

  /// The pages that one CPU freed, by what lies between them; the largest group first.
  /// - Parameter freed: all that came free, ascending.
  private static func groups(of pages: Set<Pfn>, in freed: [Pfn]) -> [[Pfn]] {
    var groups: [[Pfn]] = []
    var gap = 0
    for pfn in freed {
      guard pages.contains(pfn) else {
        gap += 1
        continue
      }
      if groups.isEmpty || gap > longestGap { groups.append([]) }
      groups[groups.count - 1].append(pfn)
      gap = 0
    }
    return groups.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  /// A set may have changed by such a part between the reading of its count and that of the flags.
  private static let slack = 32

  /// The CPU on whose lists a group of pages is, as an index into `shares`: one that has room for all of it;
  /// of those one without a group of its own, rather one that freed a lot; of those the one with most room.
  private static func owner(of pages: Int, _ shares: [Share]) -> Int {
    let fitting = shares.indices.filter { shares[$0].room + shares[$0].room / slack >= pages }
    func rank(_ index: Int) -> (Int, Int, Int, Int) {
      let share = shares[index]
      guard !fitting.isEmpty else { return (0, 0, share.room, -index) }
      return (share.isEmpty ? 1 : 0, share.isEmpty && share.wasDrained ? 1 : 0, share.room, -index)
    }
    return (fitting.isEmpty ? Array(shares.indices) : fitting).max { rank($0) < rank($1) } ?? 0
  }
}
