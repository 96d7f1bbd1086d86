/// A program that touches a region, huge page by huge page (model 10.5).
extension Kernel {
  /// Touches the region's next huge page; what the kernel needs itself comes before it.
  /// - Returns: whether there is another one to touch.
  func faultHugePage(_ number: Int, of region: HugePageRegion) -> Bool {
    for _ in 0..<(region.kernelPages[number] ?? 0) { allocateKernelPage() }
    guard number < region.faults, !isGivenUp else { return false }
    let free = memory.zones.reduce(0) { $0 + read(.zone($1.index, .freePages)) }
    guard free >= region.leastFree else { return false }
    fault(region)
    return number + 1 < region.faults
  }

  /// One fault: first for this node only and without retry, then, where it may wait, by the region's advice;
  /// else a small page.
  private func fault(_ region: HugePageRegion) {
    let gfp = region.defrag.gfp(isMarked: region.isMarked)
    func takes(_ gfp: GFPMask) -> Bool {
      let request = AllocationRequest(order: scale.hugeOrder, gfp: gfp, version: version)
      return allocate(request, .anonymous, [.lru, .active, .swapBacked, .mappedHuge]) != nil
    }
    guard takes(gfp.union([.noRetry, .thisNode])) || gfp.mayWait && !isGivenUp && takes(gfp) else {
      add(1, to: .vmstat(.thpFaultFallback))
      allocatePageTable()
      allocateSmallPage()
      return
    }
    add(1, to: .vmstat(.thpFaultAlloc))
    allocatePageTable()
    drainFolioBatch()
  }

  private func allocatePageTable() {
    _ = allocate(
      AllocationRequest(order: 0, gfp: .kernel, version: version), .pageTable)
  }

  private func allocateKernelPage() {
    _ = allocate(AllocationRequest(order: 0, gfp: .kernel, version: version), .slab)
  }

  /// The 4 KiB page of a fault that got no huge page: it waits in this CPU's folio batch.
  private func allocateSmallPage() {
    let request = AllocationRequest(order: 0, gfp: .highUserMovable, version: version)
    if let page = allocate(request, .anonymous, [.inBatch, .swapBacked]) { addToFolioBatch(page) }
  }
}
