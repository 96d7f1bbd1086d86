/// How far one press goes. Each size stops only where the finer ones stop as well.
public enum StepSize: Sendable {
  /// One verdict, one page moved, one block freed.
  case page
  /// To the end of a phase: isolate, find targets, unmap, move, drain, finish test.
  case phase
  /// To the moment when either scanner enters another pageblock.
  case pageblock
  /// To the next interesting event: a failed move, a large merge, a skipped block, the end.
  case event
}

/// Where steps of each size end. Thousands of changes are asked for one step.
struct StepBoundaries {
  let landmarks: Landmarks
  /// By the number of the rule.
  private let phases: [Phase]

  init(_ memory: Memory) {
    landmarks = Landmarks(memory)
    phases = RuleMeaning.rows.map(\.phase)
  }

  /// Whether the last step of `change` is a place to stop, given the change with steps that follows.
  @inline(__always) func stops(_ size: StepSize, _ change: Change, next: Change?) -> Bool {
    switch size {
    case .page: true
    case .phase:
      entersPageblock(change) || next.map { phase(of: $0) != phase(of: change) } ?? false
        || landmarks.order(of: change) != nil
    case .pageblock: entersPageblock(change)
    case .event: landmarks.order(of: change) != nil
    }
  }

  @inline(__always) private func phase(of change: Change) -> Phase { phases[Int(change.rule.rawValue)] }

  /// Whether one of the scanners enters a pageblock with it.
  @inline(__always) private func entersPageblock(_ change: Change) -> Bool {
    change.rule == .migrateEntersBlock || change.rule == .freeEntersBlock
  }
}
