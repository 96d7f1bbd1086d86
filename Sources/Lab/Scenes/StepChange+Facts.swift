import Simulation
import Stage

extension StepChange.Move {
  /// Nil for a step that moves no page.
  init?(_ facts: StepFacts) {
    guard facts.rule == .movesPage else { return nil }
    self.init(source: facts.pfn, target: facts.argument)
  }
}
