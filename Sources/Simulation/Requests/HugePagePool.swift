/// A write to `/proc/sys/vm/nr_hugepages` (model 10.7).
extension Kernel {
  /// Asks for a huge page of the pool.
  /// - Returns: whether it was there; the first that is not ends the write.
  func growHugePagePool() -> Bool {
    let request = AllocationRequest(
      order: scale.hugeOrder,
      gfp: [.highUserMovable, .comp, .noWarn, .thisNode, .retryMayFail], version: version)
    return !isGivenUp && allocate(request, .hugetlb) != nil
  }
}
