extension Kernel {
  /// A zone's mark with its boost, in pages.
  func watermark(_ zone: Zone, _ name: WatermarkName) -> Int {
    let mark: ZoneField =
      switch name {
      case .min: .watermarkMin
      case .low: .watermarkLow
      case .high: .watermarkHigh
      }
    return read(zoneRegister(zone, mark)) + read(zoneRegister(zone, .watermarkBoost))
  }

  /// Free pages of a zone that a check counts: without those of the HighAtomic reserve and of CMA where the
  /// request may not use them.
  func countedFree(_ zone: Zone, _ flags: WatermarkFlags) -> Int {
    var free = read(.zone(zone.index, .freePages))
    if flags.isDisjoint(with: .reserves) {
      free -= read(
        .zone(zone.index, version.countsFreeHighAtomic ? .freeHighAtomic : .reservedHighAtomic))
    }
    if !flags.contains(.cma) { free -= read(.zone(zone.index, .freeCMA)) }
    return free
  }

  /// Pages that a zone keeps: `mark`, less for requests that may go below it, and what is reserved against
  /// those that could do with a higher zone.
  func pagesKept(_ zone: Zone, mark: Int, highest: ZoneName?, flags: WatermarkFlags) -> Int {
    var least = mark
    if flags.contains(.minReserve) {
      least -= least / 2
      if flags.contains(.nonBlock) { least -= least / 4 }
    }
    if flags.contains(.oom) { least -= least / 2 }
    return least + (highest.flatMap { zone.layout.lowmemReserve[$0] } ?? 0)
  }

  /// Whether a zone would stay above `mark` if a block of `order` were taken, and has such a block
  /// (model 2.8, `__zone_watermark_ok`).
  /// - Parameter highest: the highest zone that the request may use, for what is reserved against it.
  func watermarkOK(
    _ zone: Zone, order: Order, mark: Int, highest: ZoneName?, flags: WatermarkFlags
  ) -> Bool {
    let least = pagesKept(zone, mark: mark, highest: highest, flags: flags)
    if countedFree(zone, flags) - (order.pages - 1) <= least { return false }
    if order == 0 { return true }
    for larger in order...scale.maxOrder {
      for type in [Migratetype.unmovable, .movable, .reclaimable]
      where !memory.isEmpty(lists.free(zone: zone.index, order: larger, type: type)) {
        return true
      }
      if flags.contains(.cma), !memory.isEmpty(lists.free(zone: zone.index, order: larger, type: .cma)) {
        return true
      }
      if !flags.isDisjoint(with: [.highAtomic, .oom]),
        !memory.isEmpty(lists.free(zone: zone.index, order: larger, type: .highAtomic))
      {
        return true
      }
    }
    return false
  }
}
