/// A request that the free lists do not serve at once (model 3.2, 14.4, `__alloc_pages_slowpath`).
extension Kernel {
  /// Serves a request by all means it allows.
  /// - Parameters:
  ///   - kind: what the pages are to hold.
  ///   - flags: of the pages.
  /// - Returns: the first pfn of the block; nil where the request fails.
  func allocate(_ request: AllocationRequest, _ kind: PageKind, _ flags: PageFlags = []) -> Pfn? {
    note(.requestArrives, .request(order: request.order, highest: request.highestZone, page: nil))
    let page = takeFromZones(request, mark: .low) ?? allocateSlowly(request)
    if let page, request.order > 0, request.flags.contains(.highAtomic),
      let zone = memory.zone(at: page)
    {
      reserveHighAtomic(page, zone: zone)
    }
    add(1, to: .kernel(page == nil ? .requestsFailed : .requestsServed))
    guard let page else {
      note(.requestFails, .failure(order: request.order, failure(of: request)))
      return nil
    }
    fill(page, order: request.order, kind, flags)
    note(.requestServed, .request(order: request.order, highest: request.highestZone, page: page))
    return page
  }

  private func allocateSlowly(_ request: AllocationRequest) -> Pfn? {
    let gfp = request.gfp
    if gfp.contains(.kswapdReclaim) { wakeKswapd(request) }
    if let page = takeFromZones(request, mark: .min) { return page }
    guard gfp.contains(.directReclaim) else { return nil }
    let costly = request.order > Scale.costlyOrder
    var priority = CompactPriority.syncLight
    if mayCompact(request), costly || request.migratetype != .movable {
      let (page, result) = compactDirectly(request, .async)
      if let page { return page }
      if costly, gfp.contains(.noRetry) {
        let givesUp = version.givesUpOnThisNode && gfp.contains(.thisNode)
        if result == .skipped || result == .deferred || givesUp { return nil }
        priority = .async
      }
    }
    return retry(request, from: priority)
  }

  /// Why a request that has got nothing is not tried again.
  private func failure(of request: AllocationRequest) -> RequestFailure {
    if isGivenUp { return .givenUp }
    if !request.gfp.contains(.directReclaim) { return .mayNotWait }
    if request.gfp.contains(.noRetry) { return .noRetry }
    let isCostly = request.order > Scale.costlyOrder && !request.gfp.contains(.retryMayFail)
    return isCostly ? .costly : .exhausted
  }

  private func mayCompact(_ request: AllocationRequest) -> Bool {
    request.order > 0 && request.gfp.contains(.io)
  }

  /// Reclaim and compaction in turn, harder each time.
  private func retry(_ request: AllocationRequest, from first: CompactPriority) -> Pfn? {
    let costly = request.order > Scale.costlyOrder
    var priority = first
    var compactions = 0
    var fruitless = 0
    while true {
      if let page = takeFromZones(request, mark: .min) { return page }
      if isGivenUp { return nil }
      let reclaimed = reclaim(request)
      if let page = takeFromZones(request, mark: .min) { return page }
      if reclaimed > 0 {
        _ = unreserveHighAtomic(request)
        for zone in memory.zones { drainAllSets(zone) }
        if let page = takeFromZones(request, mark: .min) { return page }
      }
      var result = CompactResult.skipped
      if mayCompact(request) {
        let attempt = compactDirectly(request, priority)
        if let page = attempt.page { return page }
        result = attempt.result
      }
      if request.gfp.contains(.noRetry) || costly && !request.gfp.contains(.retryMayFail) { return nil }
      fruitless = reclaimed > 0 && !costly ? 0 : fruitless + 1
      if fruitless <= Kernel.maxReclaimRetries, wouldPassAfterReclaim(request) { continue }
      guard reclaimed > 0, request.order > 0 else { return nil }
      if result == .skipped {
        guard wouldBeSuitableAfterReclaim(request) else { return nil }
        continue
      }
      compactions += 1
      if result == .success, compactions <= (costly ? 4 : Kernel.maxCompactRetries) { continue }
      let least: CompactPriority = costly ? .syncLight : .syncFull
      guard priority > least, let harder = CompactPriority(rawValue: priority.rawValue - 1) else {
        return nil
      }
      priority = harder
      compactions = 0
    }
  }

  private static var maxCompactRetries: Int { 16 }
  private static var maxReclaimRetries: Int { 16 }

  /// Whether the request would pass its watermark if all that can be reclaimed were free.
  private func wouldPassAfterReclaim(_ request: AllocationRequest) -> Bool {
    zonesHighestFirst(request).contains { zone in
      watermarkOK(
        zone, order: request.order, mark: watermark(zone, .min) - reclaimablePages(zone),
        highest: request.highestZone, flags: request.flags)
    }
  }

  /// Whether compaction could run if part of what can be reclaimed were free.
  private func wouldBeSuitableAfterReclaim(_ request: AllocationRequest) -> Bool {
    zonesHighestFirst(request).contains { zone in
      let gap = 2 << request.order
      let share = reclaimablePages(zone) / max(request.order, 1)
      let mark = watermark(zone, request.order > Scale.costlyOrder ? .low : .min) + gap
      return watermarkOK(
        zone, order: 0, mark: mark - share, highest: request.highestZone, flags: .cma)
    }
  }
}
