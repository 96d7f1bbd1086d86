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

  /// Whether a zone would stay above `mark` if a block of `order` were taken, and has such a block
  /// (model 2.8, `__zone_watermark_ok`).
  /// - Parameter highest: the highest zone that the request may use, for what is reserved against it.
  func watermarkOK(
    _ zone: Zone, order: Order, mark: Int, highest: ZoneName?, flags: WatermarkFlags
  ) -> Bool {
    var free = read(.zone(zone.index, .freePages)) - (order.pages - 1)
    if flags.isDisjoint(with: .reserves) {
      free -= read(
        .zone(zone.index, version.countsFreeHighAtomic ? .freeHighAtomic : .reservedHighAtomic))
    }
    if !flags.contains(.cma) { free -= read(.zone(zone.index, .freeCMA)) }
    var least = mark
    if flags.contains(.minReserve) {
      least -= least / 2
      if flags.contains(.nonBlock) { least -= least / 4 }
    }
    if flags.contains(.oom) { least -= least / 2 }
    let reserve = highest.flatMap { zone.layout.lowmemReserve[$0] } ?? 0
    if free <= least + reserve { return false }
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
