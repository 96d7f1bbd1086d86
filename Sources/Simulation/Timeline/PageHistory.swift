/// What happened to a page's contents in a run.
public struct PageHistoryEntry: Equatable, Sendable {
  /// Counted from 1.
  public var step: Int
  public var rule: Rule
  /// Where the contents were before and after.
  public var from: Pfn
  public var to: Pfn
}

extension Playhead {
  /// The story of what is in a frame at the present step: where it came from, and where it goes.
  public func history(of pfn: Pfn) -> [PageHistoryEntry] {
    var earlier: [PageHistoryEntry] = []
    var place = pfn
    walk(forward: false) { step, change in
      if let entry = PageHistoryEntry(change, at: place, step: step, forward: false) {
        earlier.append(entry)
        place = entry.from
      }
    }
    var later: [PageHistoryEntry] = []
    place = pfn
    walk(forward: true) { step, change in
      if let entry = PageHistoryEntry(change, at: place, step: step, forward: true) {
        later.append(entry)
        place = entry.to
      }
    }
    return earlier.reversed() + later
  }
}

extension Playhead {
  /// Where the contents that are in a frame at the present step are at another one.
  public func place(of pfn: Pfn, atStep goal: Int) -> Pfn {
    let history = history(of: pfn)
    if goal <= step { return history.first { $0.step > goal && $0.step <= step }?.from ?? pfn }
    return history.last { $0.step <= goal && $0.step > step }?.to ?? pfn
  }
}

extension PageHistoryEntry {
  /// What a change means for the contents of `place`, if anything. The two frames of a move exchange
  /// their contents.
  fileprivate init?(_ change: Change, at place: Pfn, step: Int, forward: Bool) {
    let frame = Int(change.frame)
    switch change.rule {
    case .movesPage:
      let target = Int(change.argument)
      guard place == frame || place == target else { return nil }
      let other = place == frame ? target : frame
      self.init(
        step: step, rule: change.rule, from: forward ? place : other, to: forward ? other : place)
    case .isolatesPage, .isolatesFolio, .unmapsPage, .moveFails, .moveRefused, .putsBack,
      .isolatesFreeBlock, .freesToPerCPU, .mergesBlock, .freesBlock, .takesFromPerCPU,
      .takesFromFreeList, .capturesBlock:
      guard place == frame else { return nil }
      self.init(step: step, rule: change.rule, from: place, to: place)
    default: return nil
    }
  }
}
