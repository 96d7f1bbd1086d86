import Simulation
import Stage

extension StepChange.Move {
  /// Nil for a step that moves no page.
  init?(_ step: Step) {
    guard step.rule == .movesPage, case .move(let source, let target) = step.facts else { return nil }
    self.init(source: source, target: target)
  }
}
