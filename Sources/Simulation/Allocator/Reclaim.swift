/// Direct reclaim, as far as it stands between two attempts to compact (model 3.2 b, 8.5). Which pages
/// the kernel would take depends on the order of its LRU lists, which no snapshot holds: clean file
/// pages go here in address order.
extension Kernel {
  /// Makes room for a request.
  /// - Returns: pages reclaimed; for a costly request 1 at once, without reclaiming, where compaction
  ///   could run.
  func reclaim(_ request: AllocationRequest) -> Int {
    note(.entersReclaim, .request(order: request.order, highest: request.highestZone, page: nil))
    let zones = zonesHighestFirst(request)
    add(1, to: .vmstat(.allocstall(request.highestZone)))
    var reclaimed = 0
    for zone in zones {
      if request.order > Scale.costlyOrder, isReadyForCompaction(zone, request) {
        reclaimed += 1
      } else {
        reclaimed += reclaimCleanFilePages(zone, max(scale.clusterMax, request.order.pages))
      }
    }
    return reclaimed
  }

  private func isReadyForCompaction(_ zone: Zone, _ request: AllocationRequest) -> Bool {
    if watermarkOK(
      zone, order: request.order, mark: watermark(zone, .min), highest: request.highestZone, flags: [])
    {
      if version.tracesSuitableSuccess {
        trace(.suitable(zone: zone.name, order: request.order, result: .success))
      }
      return true
    }
    var control = CompactControl()
    control.order = request.order
    control.highestZone = request.highestZone
    guard isSuitable(zone, control) else { return false }
    return watermarkOK(
      zone, order: 0, mark: watermark(zone, .high) + 2 << request.order,
      highest: request.highestZone, flags: [])
  }

  private func isReclaimable(_ frame: Frame) -> Bool {
    frame.kind == .file && frame.place == .none && frame.has(.lru) && !frame.has(.dirty)
      && !frame.has(.writeback) && !frame.has(.unevictable) && !frame.has(.pinned)
      && !frame.isCompound
  }

  func reclaimablePages(_ zone: Zone) -> Int {
    (zone.start..<zone.end).reduce(into: 0) { count, pfn in
      if isReclaimable(memory.frame(at: pfn)) { count += 1 }
    }
  }

  func hasReclaimablePages(_ zone: Zone) -> Bool {
    (zone.start..<zone.end).contains { isReclaimable(memory.frame(at: $0)) }
  }

  private func reclaimCleanFilePages(_ zone: Zone, _ wanted: Int) -> Int {
    var reclaimed = 0
    for pfn in zone.start..<zone.end where isReclaimable(memory.frame(at: pfn)) {
      changeFrame(pfn, to: Frame(.free))
      free(pfn, order: 0, zone: zone)
      reclaimed += 1
      if reclaimed == wanted { break }
    }
    add(reclaimed, to: .vmstat(.pgfree))
    return reclaimed
  }
}
