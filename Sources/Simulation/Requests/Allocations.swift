/// A task that asks for pages and keeps them.
extension Kernel {
  func serve(_ wanted: Trigger.Allocation) {
    guard !isGivenUp else { return }
    let request = AllocationRequest(
      order: wanted.order, gfp: wanted.gfp, highestZone: wanted.highestZone, version: version
    ).on(memory.zones)
    switch request.migratetype {
    case .movable: _ = allocate(request, .anonymous, [.lru, .swapBacked])
    case .reclaimable: _ = allocate(request, .slab)
    default: _ = allocate(request, .kernel)
    }
  }
}
