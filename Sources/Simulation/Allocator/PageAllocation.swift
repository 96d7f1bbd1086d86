/// Allocating from the zones a request may use (model 2.3, 2.4, `get_page_from_freelist`).
extension Kernel {
  /// Tries the zones of a request, highest first.
  /// - Parameter mark: LOW on the fast path, MIN on the slow one.
  /// - Returns: the first pfn of a block that is on no list; its pages hold nothing yet.
  func takeFromZones(_ request: AllocationRequest, mark: WatermarkName) -> Pfn? {
    var request = request
    if mark == .low { request.noFragment = avoidsFragmentation(request) }
    while true {
      for zone in zonesHighestFirst(request) {
        guard mayAllocate(zone, request, mark: mark) else { continue }
        if let pfn = take(zone, request) {
          add(request.order.pages, to: .vmstat(.pgalloc(zone.name)))
          return pfn
        }
      }
      guard request.noFragment else { return nil }
      request.noFragment = false
    }
  }

  func zonesHighestFirst(_ request: AllocationRequest) -> [Zone] {
    memory.zones.filter { $0.name <= request.highestZone }.reversed()
  }

  /// Whether fallback may only take whole pageblocks at first: where there is a lower zone to try
  /// before a pageblock is polluted.
  private func avoidsFragmentation(_ request: AllocationRequest) -> Bool {
    zonesHighestFirst(request).first?.name == .normal
  }

  private func mayAllocate(_ zone: Zone, _ request: AllocationRequest, mark: WatermarkName) -> Bool {
    if version.marksZonesBelowHigh, read(zoneRegister(zone, .belowHigh)) == 0 {
      if isAbove(.high, zone, request) { return true }
      set(zoneRegister(zone, .belowHigh), 1)
    }
    return isAbove(mark, zone, request)
  }

  private func isAbove(_ mark: WatermarkName, _ zone: Zone, _ request: AllocationRequest) -> Bool {
    let allowed = watermarkOK(
      zone, order: request.order, mark: watermark(zone, mark), highest: request.highestZone,
      flags: request.flags)
    if !allowed, mark != .high {
      note(
        .watermarkFails,
        .check(
          zone: zone.index, order: request.order, mark, free: countedFree(zone, request.flags),
          least: pagesKept(
            zone, mark: watermark(zone, mark), highest: request.highestZone, flags: request.flags)))
    }
    return allowed
  }

  private func take(_ zone: Zone, _ request: AllocationRequest) -> Pfn? {
    if zone.hasPagesets, isPerCPUOrder(request.order),
      let pfn = takeFromPerCPU(zone, order: request.order, request: request)
    {
      return pfn
    }
    guard let pfn = takeFromBuddy(zone, order: request.order, request: request) else { return nil }
    note(.takesFromFreeList, .block(start: pfn, order: request.order))
    return pfn
  }

  /// Puts something into the pages of a block that was taken.
  func fill(_ pfn: Pfn, order: Order, _ kind: PageKind, _ flags: PageFlags) {
    guard order > 0 else {
      changeFrame(pfn, to: Frame(kind, flags))
      return
    }
    changeFrame(pfn, to: Frame(kind, flags.union(.head), order: order))
    for tail in pfn + 1..<pfn + order.pages {
      changeFrame(tail, to: Frame(kind, flags.subtracting(.lru).union(.tail)))
    }
  }
}
