/// Compaction by the task that waits for a page (model 3.2).
extension Kernel {
  /// Compacts the zones of a request, highest first, until one may serve it, then tries to allocate
  /// (`__alloc_pages_direct_compact`).
  func compactDirectly(_ request: AllocationRequest, _ priority: CompactPriority)
    -> (page: Pfn?, result: CompactResult)
  {
    trace(.tryToCompactPages(order: request.order, priority: priority.rawValue, request: request.gfp))
    var result = CompactResult.skipped
    for zone in zonesHighestFirst(request) {
      if priority > .syncFull, isDeferred(zone, order: request.order) {
        result = max(result, .deferred)
        continue
      }
      var status = compactZone(zone, directControl(request, priority, zone))
      if !memory.isEmpty(captured) { status = .success }
      result = max(result, status)
      if status == .success {
        resetDeferral(zone, order: request.order, allocated: false)
        break
      }
      if priority != .async, status == .complete || status == .partialSkipped {
        deferCompaction(zone, order: request.order)
      }
      if isGivenUp { break }
    }
    control = CompactControl()
    guard result != .skipped else { return (nil, result) }
    add(1, to: .vmstat(.compactStall))
    guard let page = takeCaptured() ?? takeFromZones(request, mark: .min) else {
      add(1, to: .vmstat(.compactFail))
      return (nil, result)
    }
    if let zone = memory.zone(at: page) {
      set(zoneRegister(zone, .blockskipFlush), 0)
      resetDeferral(zone, order: request.order, allocated: true)
    }
    add(1, to: .vmstat(.compactSuccess))
    return (page, result)
  }

  /// What a run for a waiting task is asked to do (`compact_zone_order`, model 8.1).
  func directControl(
    _ request: AllocationRequest, _ priority: CompactPriority, _ zone: Zone
  ) -> CompactControl {
    var control = CompactControl()
    control.order = request.order
    control.mode = priority.mode
    control.gfp = request.gfp
    control.allocFlags = request.flags
    control.highestZone = request.highestZone
    control.direct = true
    control.wholeZone = priority == .syncFull
    control.ignoresSkipHint = priority == .syncFull
    control.ignoresBlockSuitability = priority == .syncFull
    if request.order < scale.maxOrder {
      control.captureOrder = request.order
      control.captureZone = zone.index
    }
    return control
  }

  private func takeCaptured() -> Pfn? {
    guard let pfn = memory.first(of: captured) else { return nil }
    unlink(pfn, captured, .takesCaptured)
    return pfn
  }
}
