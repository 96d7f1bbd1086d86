/// Taking the skip hints back (model 4.7).
extension Kernel {
  /// Clears the hints of the blocks that may be worth a visit again, and lets the next run start at the
  /// outermost of them (`__reset_isolation_suitable`). Does nothing unless a direct run has gone through
  /// the whole zone since the last time.
  func resetSkipHints(_ zone: Zone) {
    guard read(zoneRegister(zone, .blockskipFlush)) != 0 else { return }
    set(zoneRegister(zone, .blockskipFlush), 0)
    var low = zone.start
    var high = zone.end - 1
    var source: Pfn?
    var target: Pfn?
    while low < high {
      if clearHint(low, zone, forSource: true, forTarget: source != nil), source == nil {
        source = low
        set(zoneRegister(zone, .initMigrate), low)
        setCachedMigrate(zone, low)
      }
      if clearHint(high, zone, forSource: target != nil, forTarget: true), target == nil {
        target = high
        set(zoneRegister(zone, .initFree), high)
        set(zoneRegister(zone, .cachedFree), high)
      }
      low += scale.pageblockPages
      high -= scale.pageblockPages
    }
    if (source ?? zone.end - 1) >= (target ?? zone.start) {
      setCachedMigrate(zone, low)
      set(zoneRegister(zone, .cachedFree), high)
    }
    note(.resetsSkipHints, .zone(zone.index))
  }

  private func setCachedMigrate(_ zone: Zone, _ pfn: Pfn) {
    set(zoneRegister(zone, .cachedMigrateAsync), pfn)
    set(zoneRegister(zone, .cachedMigrateSync), pfn)
  }

  /// Clears a block's hint if a sample of its pages says that a scanner would find something.
  /// - Returns: whether the block counts as a start for the scanner.
  private func clearHint(_ pfn: Pfn, _ zone: Zone, forSource: Bool, forTarget: Bool) -> Bool {
    guard memory.frame(at: pfn).kind != .hole else { return false }
    let start = max(scale.pageblockStart(pfn), zone.start)
    if isHugeCompound(pfn) || isHugeCompound(start) { return false }
    if forSource, forTarget, !memory.skipHint(at: pfn) { return true }
    if !forSource, memory.migratetype(ofPageblockAt: pfn) != .movable { return false }
    let end = min(scale.pageblockEnd(pfn), zone.end)
    for page in stride(from: start, to: end, by: scale.skipResetStep) {
      let frame = memory.frame(at: page)
      if forSource && frame.has(.lru) || forTarget && frame.isBuddy {
        setSkipHint(false, at: pfn)
        return true
      }
    }
    return false
  }
}
