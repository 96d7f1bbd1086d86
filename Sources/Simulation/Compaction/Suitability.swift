/// Whether compacting a zone can help at all (model 8.1).
extension Kernel {
  /// Enough free pages to work with, and not so few that memory is what is missing
  /// (`compaction_suitable`).
  func isSuitable(_ zone: Zone, _ control: CompactControl) -> Bool {
    let result = suitability(zone, control)
    trace(.suitable(zone: zone.name, order: control.order, result: result))
    if result != .continue { note(.notSuitable, .attempt(zone: zone.index, order: control.order)) }
    return result == .continue
  }

  func suitability(_ zone: Zone, _ control: CompactControl) -> CompactResult {
    let order = control.order
    let gap = 2 << order
    let costly = order > Scale.costlyOrder
    // Requests come with the min mark, so 6.18's "the request's mark, and low - min" is the low mark too.
    let mark = watermark(zone, costly ? .low : .min) + gap
    guard watermarkOK(zone, order: 0, mark: mark, highest: control.highestZone, flags: .cma) else {
      return .skipped
    }
    if version.suitableWithoutCMA, costly, control.mode == .async,
      !control.allocFlags.contains(.cma),
      !watermarkOK(
        zone, order: 0, mark: watermark(zone, .min) + gap, highest: control.highestZone, flags: [])
    {
      return .skipped
    }
    if costly {
      let index = memory.freeBlockCounts(zone: zone.index).fragmentationIndex(order)
      if index >= 0, index <= tunables.extfragThreshold { return .notSuitableZone }
    }
    return .continue
  }
}
