extension Step {
  /// For what the rule fired; nil for its usual reason.
  /// - Parameter memory: as it is after the step.
  public func variant(in memory: Memory) -> RuleVariant? {
    switch facts {
    case .run where memory[.order] >= 0: .forOrder
    case .test(_, _, .contended) where memory[.contended] == 0: .givenUp
    case .signal(_, byThread: true): .byThread
    case .pageblock(let start)
    where rule == .freeRefusesBlock && memory.migratetype(ofPageblockAt: start).isMovable: .tooLarge
    case .wakeup(order: nil): .proactive
    case .edits(_, .settings): .settings
    case .edits(_, .request): memory[.running] == 0 ? .next : .anew
    default: nil
    }
  }
}
