/// A program that touches a MADV_HUGEPAGE region, huge page by huge page (model 10.5).
extension Kernel {
  /// 24 MiB: the program stops when less is free, in pages.
  private var leastFree: Int { 24 << 8 }

  /// Touches the region's next huge page; what the program needs itself comes before the first.
  /// - Returns: whether there is another one to touch.
  func faultHugePage(_ number: Int, ofMegabytes megabytes: Int) -> Bool {
    if number == 0 {
      allocateKernelPage()
      if megabytes >= 1024 { allocateKernelPage() }
    }
    guard number < megabytes / 2, !isGivenUp else { return false }
    let free = memory.zones.reduce(0) { $0 + read(.zone($1.index, .freePages)) }
    guard free >= leastFree else { return false }
    fault()
    return number + 1 < megabytes / 2
  }

  /// One fault: first for this node only and without retry, then by the region's advice; else a small
  /// page.
  private func fault() {
    let local = AllocationRequest(
      order: scale.hugeOrder, gfp: [.transparentHuge, .noRetry, .thisNode], version: version)
    let anywhere = AllocationRequest(
      order: scale.hugeOrder, gfp: .transparentHuge, version: version)
    let flags: PageFlags = [.lru, .active, .swapBacked, .mappedHuge]
    guard
      allocate(local, .anonymous, flags) != nil
        || !isGivenUp && allocate(anywhere, .anonymous, flags) != nil
    else {
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
      AllocationRequest(order: 0, gfp: .kernel, highestZone: .normal, version: version), .pageTable)
  }

  private func allocateKernelPage() {
    _ = allocate(AllocationRequest(order: 0, gfp: .kernel, highestZone: .normal, version: version), .slab)
  }

  /// The 4 KiB page of a fault that got no huge page: it waits in this CPU's folio batch.
  private func allocateSmallPage() {
    let request = AllocationRequest(order: 0, gfp: .highUserMovable, version: version)
    if let page = allocate(request, .anonymous, [.inBatch, .swapBacked]) { addToFolioBatch(page) }
  }
}
