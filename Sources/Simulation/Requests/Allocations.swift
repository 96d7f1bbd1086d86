/// A task that asks for pages and keeps them.
extension Kernel {
  func serve(_ wanted: Trigger.Allocation) {
    guard !isGivenUp else { return }
    let request = AllocationRequest(
      order: wanted.order, gfp: wanted.gfp, highestZone: wanted.highestZone, version: version)
    let movable = wanted.gfp.migratetype == .movable
    _ = allocate(request, movable ? .anonymous : .kernel, movable ? [.lru, .swapBacked] : [])
  }
}
