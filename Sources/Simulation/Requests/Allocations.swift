/// A task that asks for pages and keeps them.
extension Kernel {
  /// - Returns: the first pfn of each block; nil for a request that failed.
  @discardableResult
  func serve(_ requests: [Trigger.Allocation]) -> [Pfn?] {
    requests.map { wanted in
      let request = AllocationRequest(
        order: wanted.order, gfp: wanted.gfp, highestZone: wanted.highestZone, version: version)
      guard let page = allocate(request) else { return nil }
      let movable = wanted.gfp.migratetype == .movable
      fill(
        page, order: wanted.order, movable ? .anonymous : .kernel,
        movable ? [.lru, .swapBacked] : [])
      return page
    }
  }
}
