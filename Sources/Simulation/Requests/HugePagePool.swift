/// A write to `/proc/sys/vm/nr_hugepages` (model 10.7).
extension Kernel {
  /// Asks for huge pages one by one until there are enough or a request fails.
  /// - Returns: pages obtained.
  @discardableResult
  func growHugePagePool(by pages: Int) -> Int {
    let request = AllocationRequest(
      order: scale.hugeOrder,
      gfp: [.highUserMovable, .comp, .noWarn, .thisNode, .retryMayFail], version: version)
    for obtained in 0..<pages {
      guard !isGivenUp, let page = allocate(request) else { return obtained }
      fill(page, order: scale.hugeOrder, .hugetlb, [])
    }
    return pages
  }
}
