import Simulation

/// A moment of a run, named so that it stays right when the run changes: `until:` in a lesson.
public enum Moment: Equatable, Sendable {
  /// Before the first step.
  case start
  /// After the last step.
  case end
  /// After so many steps.
  case step(Int)
  /// After the step at which the event happens for the so-manyth time, counted from 1.
  case event(Milestone, ordinal: Int)

  /// The step of a run that this moment is: 0 is before the first. Nil when the run, as far as it has
  /// been recorded, doesn't come to it.
  public func step(in recording: Recording, scale: Scale) -> Int? {
    switch self {
    case .start: return 0
    case .end: return recording.isComplete ? recording.stepCount : nil
    case .step(let step): return step <= recording.stepCount ? step : nil
    case .event(let event, let ordinal):
      var left = ordinal
      var found: Int?
      recording.visitSteps(scale: scale) { step, rule, order in
        if event.matches(rule, order: order) { left -= 1 }
        if left == 0 { found = step }
        return left > 0
      }
      return found
    }
  }
}

/// Something that happens in a run and that a lesson can wait for.
public enum Milestone: Equatable, Sendable {
  case runBegan
  /// The migrate scanner entered a pageblock.
  case blockEntered
  /// The migrate scanner took a page.
  case isolated
  /// The migrate scanner has as many pages as it wanted.
  case batchFull
  /// The migrate scanner met a page that somebody holds.
  case pinnedPassed
  /// The free scanner took a free block.
  case targetFound
  /// The free scanner left a pageblock alone: its type, or what is free in it.
  case targetRefused
  case unmapped, moved, migrationFailed
  /// Two buddies became one block of at least this order.
  case merged(atLeast: Order)
  /// A skip hint was honoured by either scanner.
  case blockSkipped
  /// A freed page went to a per-CPU list.
  case freedToCPU
  /// Pages went from a per-CPU list back to the free lists.
  case drained
  case scannersMet, runEnded

  /// Whether a step is one at which it happens.
  func matches(_ rule: Rule, order: Order) -> Bool {
    switch self {
    case .runBegan: rule == .runBegins
    case .blockEntered: rule == .migrateEntersBlock
    case .isolated: rule == .isolatesPage || rule == .isolatesFolio
    case .batchFull: rule == .batchIsFull
    case .pinnedPassed: rule == .passesPinned
    case .targetFound: rule == .isolatesFreeBlock
    case .targetRefused: rule == .freeRefusesBlock
    case .unmapped: rule == .unmapsPage
    case .moved: rule == .movesPage
    case .migrationFailed: rule == .moveFails || rule == .moveRefused
    case .merged(let least): rule == .mergesBlock && order >= least
    case .blockSkipped:
      [.migrateHonoursSkipHint, .leavesMarkedBlock, .freeHonoursSkipHint].contains(rule)
    case .freedToCPU: rule == .freesToPerCPU
    case .drained: rule == .perCPUOverflows || rule == .drainsPerCPU
    case .scannersMet: rule == .scannersMet
    case .runEnded: rule == .runEnds
    }
  }
}
