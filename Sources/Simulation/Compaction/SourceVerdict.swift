/// What the migrate scanner makes of one page (model 5.2, rules 4 to 15). A verdict is the rule that fires.
extension Kernel {
  /// The verdict on the page that most are: settled on an LRU list, and nothing more.
  @inline(__always)
  func sourceVerdict(_ frame: Frame) -> Rule {
    let settled: UInt32 =
      Frame.placeMask | PageFlags.lru.rawValue | PageFlags.dirty.rawValue
      | PageFlags.writeback.rawValue | PageFlags.unevictable.rawValue | PageFlags.pinned.rawValue
      | PageFlags.head.rawValue | PageFlags.tail.rawValue
    if frame.bits & settled == PageFlags.lru.rawValue {
      return frame.kind == .anonymous || control.gfp.contains(.fs) ? .isolatesPage : .passesNotOnLRU
    }
    return sourceVerdictInFull(frame)
  }

  /// All rules, in the kernel's order.
  private func sourceVerdictInFull(_ frame: Frame) -> Rule {
    // 5, and what is on no list of the kernel's that a scanner may take from
    switch frame.place {
    case .none: break
    case .buddy: return .passesFreeBlock
    case .perCPU: return .passesPerCPU
    case .isolatedSource, .isolatedFree, .target, .captured: return .passesIsolated
    }
    switch frame.kind {
    case .hole, .unavailable: return .passesHole
    case .free: return .passesFreeTail
    case .reserved: return .passesReserved
    // 4
    case .hugetlb: return .passesHugetlb
    default: break
    }
    // 6, 8
    if frame.isCompound, !movesFolio(frame) { return .passesCompound }
    // 7
    guard frame.has(.lru) else {
      if frame.kind == .movableOps { return .isolatesPage }
      return frame.has(.inBatch) ? .passesBatch : .passesNotOnLRU
    }
    let hasMapping = frame.kind != .anonymous
    // 9
    if !hasMapping, frame.has(.pinned) { return .passesPinned }
    // 10
    if hasMapping, !control.gfp.contains(.fs) { return .passesNotOnLRU }
    // 12, 14
    if frame.has(.unevictable) {
      if !tunables.compactUnevictableAllowed { return .passesUnevictable }
      if hasMapping, frame.has(.inaccessible) { return .passesUnevictable }
    }
    // 13, 14
    if control.mode < .sync {
      if frame.has(.writeback) { return .passesWriteback }
      if frame.has(.dirty), hasMapping, frame.has(.noMigrateCallback) { return .passesDirty }
    }
    return frame.has(.head) ? .isolatesFolio : .isolatesPage
  }

  /// Whether a compound page is moved, seen from this page of it: as a whole from its head, where it is
  /// smaller than what is wanted.
  private func movesFolio(_ frame: Frame) -> Bool {
    guard version.movesLargeFolios, frame.has(.head), frame.order < scale.pageblockOrder else {
      return false
    }
    return control.order == -1 || frame.order < control.order
  }

  /// The pages that the scanner leaves behind with one verdict.
  @inline(__always)
  func pagesPassed(_ frame: Frame, _ verdict: Rule) -> Int {
    switch verdict {
    case .passesFreeBlock: frame.order.pages
    case .passesHugetlb, .passesCompound: frame.has(.head) ? frame.order.pages : 1
    default: 1
    }
  }
}
