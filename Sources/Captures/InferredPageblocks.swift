import KernelInterface
import Simulation

/// The types of pageblocks where kernel memory could not be read: pagetypeinfo has their numbers, and what
/// lies in a pageblock tells which they are.
struct InferredPageblocks {
  let snapshot: Snapshot

  func place(in memory: Memory) {
    for zone in memory.zones {
      var blocks = contents(of: zone, memory)
      if let cma = contiguousArea(of: zone, blocks) {
        for block in blocks[cma] { memory.setMigratetype(.cma, ofPageblockAt: block.pfn) }
        blocks.removeSubrange(cma)
      }
      let reclaimable = count(.reclaimable, zone)
      let unmovable = count(.unmovable, zone)
      let kernelBlocks = blocks.filter { $0.kernel > 0 || unmovable != nil }
        .sorted { ($0.kernel, $1.pfn) > ($1.kernel, $0.pfn) }
        .prefix((unmovable ?? blocks.count { $0.kernel > $0.movable }) + (reclaimable ?? 0))
      // Reclaimable pageblocks hold slabs and nothing else.
      let slabBlocks = Set(
        kernelBlocks.sorted { ($0.slabOnly, $1.pfn) > ($1.slabOnly, $0.pfn) }.prefix(reclaimable ?? 0)
          .map(\.pfn))
      for block in kernelBlocks {
        memory.setMigratetype(
          slabBlocks.contains(block.pfn) ? .reclaimable : .unmovable, ofPageblockAt: block.pfn)
      }
    }
  }

  /// Pageblocks of a type, as pagetypeinfo counts them.
  private func count(_ type: Migratetype, _ zone: Zone) -> Int? {
    guard let info = snapshot.pageTypeInfo, let column = info.migratetypes.firstIndex(of: type.procName),
      let row = info.pageBlocks.first(where: { $0.zone == zone.name.description })
    else { return nil }
    return row.blocks[column]
  }

  // MARK: What lies in a pageblock

  private struct Contents {
    var pfn: Pfn
    /// Pages of slabs and page tables, and runs of pages without any flag.
    var kernel = 0
    var movable = 0
    var slab = 0
    var pageTables = 0
    var free = 0
    var slabOnly: Int { slab - movable - pageTables * 16 }
  }

  private func contents(of zone: Zone, _ memory: Memory) -> [Contents] {
    let size = memory.scale.pageblockPages
    return stride(from: zone.start & ~(size - 1), to: zone.end, by: size).map { start in
      var contents = Contents(pfn: start)
      var unnamed = 0
      var inSlab = false
      for pfn in max(start, zone.start)..<min(start + size, zone.end)
      where pfn < snapshot.kpageflags.words.count {
        let flags = snapshot.kpageflags[pfn]
        unnamed = snapshot.isUnnamed(pfn) ? unnamed + 1 : 0
        if unnamed == InferredPageblocks.kernelRun {
          contents.kernel += unnamed
        } else if unnamed > InferredPageblocks.kernelRun {
          contents.kernel += 1
        }
        if !flags.contains(.compoundTail) { inSlab = flags.contains(.slab) }
        if flags.contains(.buddy) {
          contents.free += 1
        } else if inSlab {
          contents.slab += 1
          contents.kernel += 1
        } else if flags.contains(.pageTable) {
          contents.pageTables += 1
          contents.kernel += 1
        } else if flags.contains(.lru) || flags.contains(.huge) {
          contents.movable += 1
        }
      }
      return contents
    }
  }

  /// So many pages without flags in a row are kernel memory rather than per-CPU pages.
  private static let kernelRun = 16

  /// The pageblocks of the contiguous memory allocator: a run of as many as pagetypeinfo counts, without
  /// kernel pages, with as many free pages as it says.
  private func contiguousArea(of zone: Zone, _ blocks: [Contents]) -> Range<Int>? {
    guard let length = count(.cma, zone), length > 0, length <= blocks.count,
      let row = snapshot.pageTypeInfo?.free.first(where: {
        $0.zone == zone.name.description && $0.migratetype == Migratetype.cma.procName
      })
    else { return nil }
    let free = row.blocks.enumerated().reduce(into: 0) { $0 += $1.element.least << $1.offset }
    func mismatch(_ start: Int) -> Int {
      let run = blocks[start..<start + length]
      return abs(run.reduce(0) { $0 + $1.free } - free) + 64 * run.reduce(0) { $0 + $1.slab + $1.pageTables }
    }
    let start = (0...blocks.count - length).min { (mismatch($0), -$0) < (mismatch($1), -$1) }
    return start.map { $0..<$0 + length }
  }
}

extension PageTypeInfo.Count {
  /// The number, or what it is above.
  fileprivate var least: Int {
    switch self {
    case .exactly(let number), .moreThan(let number): number
    }
  }
}
