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
  case event(RunEvent, ordinal: Int)

  /// The step of a run that this moment is: 0 is before the first, `stepCount` after the last. Nil when
  /// the run doesn't come that far.
  ///
  /// - Parameter happenings: the steps of the run with the rules that fired, in order.
  public func step(
    in happenings: some Sequence<Happening>, stepCount: Int
  ) -> Int? {
    switch self {
    case .start: return 0
    case .end: return stepCount
    case .step(let step): return step <= stepCount ? step : nil
    case .event(let event, let ordinal):
      var left = ordinal
      for happening in happenings where event.matches(happening) {
        left -= 1
        if left == 0 { return happening.step }
      }
      return nil
    }
  }
}

/// A step of a run with what happened at it.
public struct Happening: Equatable, Sendable {
  /// Counted from 1.
  public var step: Int
  public var rule: Rule
  /// Of the block that the step made or took.
  public var order: Order
  public init(step: Int, rule: Rule, order: Order = 0) {
    self.step = step
    self.rule = rule
    self.order = order
  }
}

/// Something that happens in a run and that a lesson can wait for.
public enum RunEvent: Equatable, Sendable {
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
  /// Pages went from a per-CPU list back to the free lists.
  case drained
  case scannersMet, runEnded

  func matches(_ happening: Happening) -> Bool {
    switch self {
    case .runBegan: happening.rule == .runBegins
    case .blockEntered: happening.rule == .migrateEntersBlock
    case .isolated: happening.rule == .isolatesPage || happening.rule == .isolatesFolio
    case .batchFull: happening.rule == .batchIsFull
    case .pinnedPassed: happening.rule == .passesPinned
    case .targetFound: happening.rule == .isolatesFreeBlock
    case .targetRefused: happening.rule == .freeRefusesBlock
    case .unmapped: happening.rule == .unmapsPage
    case .moved: happening.rule == .movesPage
    case .migrationFailed: happening.rule == .moveFails || happening.rule == .moveRefused
    case .merged(let least): happening.rule == .mergesBlock && happening.order >= least
    case .blockSkipped:
      [.migrateHonoursSkipHint, .leavesMarkedBlock, .freeHonoursSkipHint].contains(happening.rule)
    case .drained: happening.rule == .perCPUOverflows || happening.rule == .drainsPerCPU
    case .scannersMet: happening.rule == .scannersMet
    case .runEnded: happening.rule == .runEnds
    }
  }
}
