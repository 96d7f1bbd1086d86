import Simulation
import Stage

extension StepChange {
  /// What the step just made changed.
  init(_ playhead: Playhead) {
    self.init()
    guard let facts = playhead.facts, playhead.step > 0 else { return }
    move = Move(facts)
    let now = RunFacts(playhead)
    playhead.back()
    let earlier = RunFacts(playhead)
    playhead.forward()
    if earlier.migrate?.pageblock != now.migrate?.pageblock { migrate = earlier.migrate }
    if earlier.free?.pageblock != now.free?.pageblock { free = earlier.free }
  }
}

extension StepChange.Move {
  /// Nil for a step that moves no page.
  init?(_ facts: StepFacts) {
    guard facts.rule == .movesPage else { return nil }
    self.init(source: facts.pfn, target: facts.argument)
  }
}

extension Scene.Map {
  /// The map with what a step changed marked.
  mutating func show(_ change: StepChange) {
    switch self {
    case .pages(var map):
      map.change = change
      self = .pages(map)
    case .board(var map):
      map.change = change
      self = .board(map)
    case .menu, .events, .article, .keys: break
    }
  }
}
