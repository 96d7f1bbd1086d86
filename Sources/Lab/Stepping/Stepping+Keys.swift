import Simulation
import Stage

extension KeyBindings {
  /// The keys that go through a run.
  mutating func addSteps() {
    let sizes: [(Modifiers, StepSize, String)] = [
      ([], .page, "step"), (.shift, .pageblock, "pageblock"), (.alt, .phase, "phase"),
      (.control, .event, "event"),
    ]
    for (modifiers, size, name) in sizes {
      add(.run, [.right], with: modifiers, .stepping(.stepped(size)), name, repeats: true)
    }
    for (modifiers, size, name) in sizes {
      add(.run, [.left], with: modifiers, .stepping(.steppedBack(size)), name + "-back", repeats: true)
    }
    add(.run, [.character(".")], .stepping(.stepped(.page)), "step", repeats: true)
    add(.run, [.character(",")], .stepping(.steppedBack(.page)), "step-back", repeats: true)
    add(.run, [.space], .stepping(.toggledPlaying), "play")
  }

  /// The ends of a run, and its speed.
  mutating func addEndsAndSpeed() {
    add(.run, [.home, .character("r")], .stepping(.wentToStart), "start")
    add(.run, [.end], .stepping(.wentToEnd), "end")
    add(.run, [.character("+"), .character("=")], .stepping(.wentFaster), "faster", repeats: true)
    add(.run, [.character("-")], .stepping(.wentSlower), "slower", repeats: true)
    add(.run, [.character("0")], .stepping(.tookNormalSpeed), "normal-speed")
  }

  /// What the key line offers on a run.
  func usefulWhileStepping(_ state: LabState) -> [Action] {
    var actions: [Action] = [.stepping(.stepped(.page)), .stepping(.steppedBack(.page))]
    if state.run?.learning.stops.isEmpty == false {
      actions += [.learning(.wentToNextStop), .learning(.wentToPreviousStop)]
    }
    if state.branches.count > 1 {
      actions += [.branching(.changedBranch(by: 1)), .branching(.toggledBeside)]
    }
    return actions + [
      .stepping(.toggledPlaying), .stepping(.stepped(.phase)), .stepping(.stepped(.pageblock)),
      .finding(.openedJump), .inspecting(.movedRing(by: 1)), .stepping(.stepped(.event)), .editing(.began),
      .zooming(.closer), .viewing(.toggledLive), .closedTopmost, .sheets(.toggled(.keys)),
    ]
  }
}
