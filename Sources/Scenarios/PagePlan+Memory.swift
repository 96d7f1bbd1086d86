import Simulation

extension PagePlan {
  /// The memory as planned. Vacant pages are free: they are freed one by one, lowest first, and merge.
  func makeMemory() -> Memory {
    let memory = Memory(layout: layout)
    let meanings = (UInt8.min...UInt8.max).map { PlannedPage(rawValue: $0) }
      .map { (kind: $0.kind ?? .free, flags: $0.flags) }
    let pageblockPages = 1 << layout.scale.pageblockOrder
    for zone in memory.zones where zone.groupsByMobility {
      for pfn in stride(from: zone.start / pageblockPages * pageblockPages, to: zone.end, by: pageblockPages)
      {
        memory.setMigratetype(type(ofPageblockAt: pfn), ofPageblockAt: pfn)
      }
    }
    pages.withUnsafeBufferPointer { pages in
      for range in layout.zones.flatMap(\.ranges) {
        for pfn in range {
          let meaning = meanings[Int(pages[pfn - base].rawValue)]
          if meaning.kind != .free { memory.place(meaning.kind, meaning.flags, at: pfn) }
        }
      }
    }
    for block in freeBlocks { memory.addFreeBlock(at: block.pfn, order: block.order, type: block.type) }
    if hasVacantPages { memory.freeRemainingPages() }
    return memory
  }

  private var hasVacantPages: Bool {
    pages.withUnsafeBufferPointer { pages in
      for page in pages where page == .vacant { return true }
      return false
    }
  }
}
