/// Freeing pages of a memory that is being set up, as the allocator does. None of this is recorded.
extension Memory {
  /// Frees every free page that is on no list yet to the free lists, page by page in ascending order,
  /// merging as the allocator does.
  public func freeRemainingPages() {
    let kernel = Kernel(memory: self, version: .v6_12, recorder: NoRecorder())
    for zone in zones {
      var pfn = zone.start
      while pfn < zone.end {
        let frame = frame(at: pfn)
        if frame.place == .buddy || frame.place == .perCPU {
          pfn += frame.order.pages
          continue
        }
        if frame.kind == .free {
          kernel.freeToBuddy(pfn, order: 0, zone: zone, type: migratetype(ofPageblockAt: pfn))
          // It may have merged with a block above that was there before.
          pfn = endOfFreeBlock(holding: pfn)
        } else {
          pfn += 1
        }
      }
    }
  }

  /// Frees used pages, one after the other, to the free lists, merging as the allocator does. The zones'
  /// counts of free pages grow by them.
  public func free(_ pages: [Pfn]) {
    let kernel = Kernel(memory: self, version: .v6_12, recorder: NoRecorder())
    for pfn in pages {
      guard let zone = zone(at: pfn) else { continue }
      place(.free, at: pfn)
      kernel.freeToBuddy(pfn, order: 0, zone: zone, type: migratetype(ofPageblockAt: pfn))
    }
  }

  /// The first pfn behind the free block, on a free list, that holds `pfn`.
  private func endOfFreeBlock(holding pfn: Pfn) -> Pfn {
    var order = 0
    while !frame(at: pfn.start(ofOrder: order)).isBuddy(order: order) { order += 1 }
    return pfn.start(ofOrder: order) + order.pages
  }
}
