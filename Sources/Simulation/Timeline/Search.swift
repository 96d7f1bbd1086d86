/// A moment in a run that one may look for.
public enum SearchCondition: Equatable, Sendable {
  /// A step by this rule.
  case rule(Rule)
  /// A free block of this order or a larger one comes to be where there was none.
  case freeBlock(order: Order, zone: Int)
  /// The page in this frame moves away, or another one moves in.
  case pageMoves(Pfn)
  case migrationFails
  case scannersMeet
  /// An interesting event.
  case landmark
}

extension Playhead {
  /// The nearest step at which a condition holds.
  /// - Parameter forward: behind the present step, else before it.
  /// - Returns: the step, counted from 1; nil if there is none.
  public func find(_ condition: SearchCondition, forward: Bool) -> Int? {
    if case .freeBlock(let order, let zone) = condition {
      return findFreeBlock(order: order, zone: zone, forward: forward)
    }
    return nearestStep(forward: forward) { self.matches($0, condition) }
  }

  private func matches(_ change: Change, _ condition: SearchCondition) -> Bool {
    switch condition {
    case .rule(let rule): change.rule == rule
    case .pageMoves(let pfn):
      change.rule == .movesPage && (Int(change.frame) == pfn || Int(change.argument) == pfn)
    case .migrationFails: change.rule.meaning.milestone == .migrationFailed
    case .scannersMeet: change.rule == .scannersMet
    case .landmark: landmarks.order(of: change) != nil
    case .freeBlock: false
    }
  }

  /// Follows the number of large free blocks through the changes, without playing them.
  private func findFreeBlock(order: Order, zone: Int, forward: Bool) -> Int? {
    let lists = memory.lists
    func isLarge(_ list: UInt16) -> Bool {
      let index = Int(list)
      guard index < lists.freeCount else { return false }
      return index / PageListMap.types % lists.orders >= order
        && index / (PageListMap.types * lists.orders) == zone
    }
    func gain(_ change: Change) -> Int {
      switch change.operation {
      case .linkFirst, .linkLast: isLarge(change.list) ? 1 : 0
      case .unlink: isLarge(change.list) ? -1 : 0
      default: 0
      }
    }
    var count = (order...memory.scale.maxOrder).reduce(0) { $0 + memory.freeBlocks(zone: zone, order: $1) }
    var found: Int?
    if forward {
      // What matters is how it stands at the end of each step, not on the way there.
      var before = count
      _ = nearest(forward: true) { step, change in
        count += gain(change)
        guard change.steps > 0 else { return false }
        if before == 0, count > 0 { found = step }
        before = count
        return found != nil
      }
      return found
    }
    var later: (step: Int, count: Int)?
    func isAnswer() -> Int? {
      guard let later, later.count > 0, count == 0, later.step < step else { return nil }
      return later.step
    }
    _ = nearest(forward: false) { step, change in
      if change.steps > 0 {
        found = isAnswer()
        later = (step, count)
      }
      count -= gain(change)
      return found != nil
    }
    return found ?? isAnswer()
  }
}
