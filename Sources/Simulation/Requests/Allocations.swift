/// A task that asks for pages and keeps them.
extension Kernel {
  func serve(_ wanted: Trigger.Allocation) {
    guard !isGivenUp else { return }
    let request = AllocationRequest(
      order: wanted.order, gfp: wanted.gfp, highestZone: wanted.highestZone, version: version)
    guard let page = allocate(request) else { return }
    let movable = wanted.gfp.migratetype == .movable
    fill(
      page, order: wanted.order, movable ? .anonymous : .kernel,
      movable ? [.lru, .swapBacked] : [])
  }
}
