import KernelInterface
import Simulation

/// Free lists and per-CPU lists where kernel memory could not be read.
///
/// Free pages are freed in ascending order: recorded lists mostly descend from their heads. Pages that have
/// neither flags nor users, alone or in short runs in a movable pageblock, are on per-CPU lists; how many
/// pages each CPU has is in zoneinfo.
struct InferredLists {
  /// For each page from the memory's base: whether it is on a list, or will be.
  private(set) var isFree: [Bool]
  /// Pages for the per-CPU lists of each zone, ascending.
  private var perCPU: [[Pfn]] = []
  private let snapshot: Snapshot

  init(_ snapshot: Snapshot, _ memory: Memory) {
    self.snapshot = snapshot
    isFree = [Bool](repeating: false, count: memory.end - memory.base)
    for zone in memory.zones {
      var candidates: [Pfn] = []
      var run: [Pfn] = []
      func endRun() {
        if run.count < CapturedMemory.longestBatchRun { candidates += run }
        run = []
      }
      for pfn in zone.start..<min(zone.end, snapshot.kpageflags.words.count)
      where memory.frame(at: pfn).kind == .free {
        if snapshot.kpageflags[pfn].contains(.buddy) { isFree[pfn - memory.base] = true }
        if snapshot.isUnnamed(pfn), memory.migratetype(ofPageblockAt: pfn).isMovable {
          run.append(pfn)
        } else {
          endRun()
        }
      }
      endRun()
      for pfn in candidates { isFree[pfn - memory.base] = true }
      perCPU.append(candidates)
    }
  }

  /// Puts the pages on lists; all others must have been placed.
  func fill(_ memory: Memory) {
    for (zone, pages) in zip(memory.zones, perCPU) { share(pages, zone, memory) }
    memory.freeRemainingPages()
  }

  /// Gives each CPU its part of the pages, the first CPU the highest.
  private func share(_ pages: [Pfn], _ zone: Zone, _ memory: Memory) {
    let sets = snapshot.zoneInfo[zone.name.description]?.pageSets ?? []
    let counts = (0..<memory.layout.cpus).map { cpu in
      sets.first { $0.cpu == cpu }?.limits["count"] ?? 0
    }
    let total = max(1, counts.reduce(0, +))
    var rest = pages[...]
    for (cpu, count) in counts.enumerated() {
      let part = min(rest.count, count, pages.count * count / total)
      for pfn in rest.suffix(part) {
        memory.addPerCPUBlock(
          at: pfn, cpu: cpu, index: 1, type: memory.migratetype(ofPageblockAt: pfn), toTail: true)
      }
      rest = rest.dropLast(part)
      if let high = sets.first(where: { $0.cpu == cpu })?.limits["high"] {
        memory.set(memory.pagesetRegister(zone: zone.index, cpu: cpu, .high), to: high)
      }
    }
  }
}
