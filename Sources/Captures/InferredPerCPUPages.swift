import KernelInterface
import Simulation

/// The pages of a zone that were on per-CPU lists, by what the page flags show: neither a flag nor a user.
/// Kernel memory can look the same, so it depends on the pageblock.
struct InferredPerCPUPages {
  /// Pages of Movable and CMA pageblocks, ascending.
  private(set) var movable: [Pfn] = []
  /// Pages of Reclaimable pageblocks, ascending. Those hold slabs, which have a flag, and nothing else.
  private(set) var reclaimable: [Pfn] = []

  /// - Parameter count: pages on the zone's per-CPU lists, of whatever type.
  init(_ snapshot: Snapshot, _ memory: Memory, _ zone: Zone, count: Int) {
    var longRuns: [Range<Pfn>] = []
    for run in InferredPerCPUPages.runs(snapshot, memory, zone) {
      switch memory.migratetype(ofPageblockAt: run.lowerBound) {
      case .reclaimable: reclaimable += run
      case .movable where run.count >= CapturedMemory.longestBatchRun: longRuns.append(run)
      case .movable: movable += run
      // A longer run is an area that a driver has taken.
      case .cma where run.count < CapturedMemory.longestBatchRun: movable += run
      default: break
      }
    }
    // A long run in a movable pageblock may be kernel memory that found no other place.
    longRuns.sort { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
    for run in longRuns where movable.count + reclaimable.count + run.count <= count { movable += run }
    movable.sort()
  }

  /// Runs of pages with neither flag nor user, within pageblocks of one type.
  private static func runs(_ snapshot: Snapshot, _ memory: Memory, _ zone: Zone) -> [Range<Pfn>] {
    var runs: [Range<Pfn>] = []
    var type: Migratetype?
    for pfn in zone.start..<min(zone.end, snapshot.kpageflags.words.count)
    where memory.frame(at: pfn).kind == .free && snapshot.isUnnamed(pfn) {
      let here = memory.migratetype(ofPageblockAt: pfn)
      if let last = runs.last, last.upperBound == pfn, here == type {
        runs[runs.count - 1] = last.lowerBound..<pfn + 1
      } else {
        runs.append(pfn..<pfn + 1)
      }
      type = here
    }
    return runs
  }
}
