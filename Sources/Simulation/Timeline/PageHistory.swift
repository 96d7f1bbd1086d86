/// What happened to a page's contents in a run.
public struct PageHistoryEntry: Equatable, Sendable {
  /// Counted from 1.
  public var step: Int
  public var rule: Rule
  /// Where the contents were before and after.
  public var from: Pfn
  public var to: Pfn
}

extension Recording {
  /// The story of what is in a frame at a step: where it came from, and where it goes.
  /// - Parameter isCancelled: asked now and then; the story is worth nothing if it says so.
  public func history(
    of pfn: Pfn, atStep step: Int, isCancelled: () -> Bool = { false }
  ) -> [PageHistoryEntry] {
    var earlier: [PageHistoryEntry] = []
    var place = pfn
    walk(from: step, forward: false, isCancelled: isCancelled) { step, change in
      if let entry = PageHistoryEntry(change, at: place, step: step, forward: false) {
        earlier.append(entry)
        place = entry.from
      }
    }
    var later: [PageHistoryEntry] = []
    place = pfn
    walk(from: step, forward: true, isCancelled: isCancelled) { step, change in
      if let entry = PageHistoryEntry(change, at: place, step: step, forward: true) {
        later.append(entry)
        place = entry.to
      }
    }
    return earlier.reversed() + later
  }
}

extension [PageHistoryEntry] {
  /// Where the contents that are in a frame at one step are at another one, as their story has it.
  public func place(of pfn: Pfn, atStep step: Int, then goal: Int) -> Pfn {
    if goal <= step { return first { $0.step > goal && $0.step <= step }?.from ?? pfn }
    return last { $0.step <= goal && $0.step > step }?.to ?? pfn
  }
}

extension PageHistoryEntry {
  /// What a change means for the contents of `place`, if anything. The two frames of a move exchange
  /// their contents.
  fileprivate init?(_ change: Change, at place: Pfn, step: Int, forward: Bool) {
    let frame = Int(change.frame)
    switch change.operation {
    case .move, .moveFirst:
      let target = Int(change.argument)
      guard place == frame || place == target else { return nil }
      let other = place == frame ? target : frame
      self.init(
        step: step, rule: change.rule, from: forward ? place : other, to: forward ? other : place)
    default:
      guard place == frame, change.rule.meaning.traits.contains(.pageHistory) else { return nil }
      self.init(step: step, rule: change.rule, from: place, to: place)
    }
  }
}
