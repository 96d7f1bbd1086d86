import Simulation
import Stage

extension PageMap {
  /// The pages of a stretch of memory as they are now. Holes are left out.
  static func runs(of memory: Memory, in range: Range<Pfn>, batch: Batch) -> [Run] {
    var runs: [Run] = []
    var pfn = range.lowerBound
    if let block = memory.freeBlock(holding: pfn), block.pfn < pfn {
      // The rest of a block that begins before the stretch.
      let end = min(block.pfn + 1 << block.order, range.upperBound)
      runs.append(Run(start: pfn, count: end - pfn, look: .free(block.order)))
      pfn = end
    }
    while pfn < range.upperBound {
      let frame = memory.contains(pfn) ? memory.frame(at: pfn) : Frame(.hole)
      let count = min(frame.pagesDrawnAsOne, range.upperBound - pfn)
      if let look = PageLook(frame, at: pfn, batch: batch) {
        runs.append(Run(start: pfn, count: count, look: look))
      }
      pfn += count
    }
    return runs
  }
}

extension Frame {
  /// Pages of the block or folio that begins here.
  fileprivate var pagesDrawnAsOne: Int {
    switch place {
    case .buddy, .isolatedFree, .captured, .perCPU: 1 << order
    case .none, .isolatedSource, .target: flags.contains(.head) ? 1 << order : 1
    }
  }
}

extension PageLook {
  /// Nil for a hole.
  init?(_ frame: Frame, at pfn: Pfn, batch: Batch) {
    switch frame.place {
    case .buddy: self = .free(frame.order)
    case .perCPU: self = .onPerCPUList
    case .isolatedFree: self = .held
    case .captured: self = .captured
    case .isolatedSource: self = .source(batch.numbers[pfn] ?? 0)
    case .target: self = .target(batch.numbers[pfn] ?? 0)
    // The old frame of a page that has moved, a block on its way to a request: no free list has it.
    case .none where frame.kind == .free: self = .held
    case .none:
      guard let look = PageLook(used: frame) else { return nil }
      self = look
    }
  }

  /// The look of what a page holds, wherever it is.
  init?(used frame: Frame) {
    let flags = frame.flags
    switch frame.kind {
    case .hole, .unavailable: return nil
    case .free: self = .free(0)
    case .reserved: self = .reserved
    case .kernel: self = .kernel
    case .slab: self = .slab
    case .pageTable: self = .pageTable
    case .hugetlb: self = .hugetlb
    case .movableOps: self = .movableOps
    case .anonymous, .file, .shmem:
      if flags.contains(.pinned) {
        self = frame.kind == .anonymous ? .pinned : .pinnedFile
      } else if flags.contains(.head) || flags.contains(.tail) {
        self = .largeFolio
      } else if flags.contains(.unevictable) {
        self = .unevictable
      } else if frame.kind == .anonymous {
        self = .anonymous
      } else {
        // What shared memory holds goes to swap, not to a file: only its writeback is waited for.
        let isDirty = flags.contains(.dirty) && frame.kind == .file
        self = flags.contains(.writeback) ? .writeback : isDirty ? .dirty : .file
      }
    }
  }
}
