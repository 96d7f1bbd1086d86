/// Whether compacting a zone can help at all (model 8.1).
extension Kernel {
  /// Enough free pages to work with, and not so few that memory is what is missing
  /// (`compaction_suitable`).
  func isSuitable(_ zone: Zone, _ control: CompactControl) -> Bool {
    let why = unsuitability(zone, control)
    trace(.suitable(zone: zone.name, order: control.order, result: why?.result ?? .continue))
    guard let why else { return true }
    note(.notSuitable, .unsuitable(zone: zone.index, order: control.order, why))
    return false
  }

  /// Nil where compaction may help.
  func unsuitability(_ zone: Zone, _ control: CompactControl) -> Unsuitability? {
    let order = control.order
    let gap = 2 << order
    let costly = order > Scale.costlyOrder
    // Requests come with the min mark, so 6.18's "the request's mark, and low - min" is the low mark too.
    if let few = tooFewPages(zone, mark: watermark(zone, costly ? .low : .min) + gap, control, .cma) {
      return Unsuitability(.tooFewPages, has: few.has, needed: few.needed)
    }
    if version.suitableWithoutCMA, costly, control.mode == .async, !control.allocFlags.contains(.cma),
      let few = tooFewPages(zone, mark: watermark(zone, .min) + gap, control, [])
    {
      return Unsuitability(.tooFewWithoutCMA, has: few.has, needed: few.needed)
    }
    if costly {
      let index = memory.freeBlockCounts(zone: zone.index).fragmentationIndex(order)
      if index >= 0, index <= tunables.extfragThreshold {
        return Unsuitability(.notFragmented, has: index, needed: tunables.extfragThreshold)
      }
    }
    return nil
  }

  private func tooFewPages(
    _ zone: Zone, mark: Int, _ control: CompactControl, _ flags: WatermarkFlags
  ) -> (has: Int, needed: Int)? {
    guard !watermarkOK(zone, order: 0, mark: mark, highest: control.highestZone, flags: flags) else {
      return nil
    }
    return (
      countedFree(zone, flags), pagesKept(zone, mark: mark, highest: control.highestZone, flags: flags)
    )
  }
}
