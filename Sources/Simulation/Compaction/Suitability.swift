/// Whether compacting a zone can help at all (model 8.1).
extension Kernel {
  /// Enough free pages to work with, and not so few that memory is what is missing
  /// (`compaction_suitable`).
  func isSuitable(_ zone: Zone, order: Order) -> Bool {
    let result = suitability(zone, order: order)
    trace(.suitable(zone: zone.name, order: order, result: result))
    if result != .continue { note(.notSuitable, zone.start, argument: order, list: zone.index) }
    return result == .continue
  }

  func suitability(_ zone: Zone, order: Order) -> CompactResult {
    let gap = 2 << order
    let costly = order > Scale.costlyOrder
    let mark: Int
    if version.suitableByRequestWatermark {
      let marks = memory.watermarks(ofZone: zone.index)
      mark = watermark(zone, .min) + gap + (costly ? marks.low - marks.min : 0)
    } else {
      mark = watermark(zone, costly ? .low : .min) + gap
    }
    guard watermarkOK(zone, order: 0, mark: mark, highest: control.highestZone, flags: .cma) else {
      return .skipped
    }
    if version.suitableByRequestWatermark, costly, control.mode == .async,
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
