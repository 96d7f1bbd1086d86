import Stage

/// What is said of things that bear no word, when the pointer rests on them.
extension Laboratory {
  func advanceHover(to now: Duration) {
    pointing.hover?.advance(to: now) { point in
      picture?.hits.target(at: point).flatMap(tip)
    }
  }

  /// The tip on screen, if one is.
  var tip: Tip? {
    guard let hover = pointing.hover, let text = hover.text else { return nil }
    return Tip(text: text, x: hover.point.x, y: hover.point.y)
  }

  private func tip(of target: HitMap.Target) -> String? {
    let words = content.words
    switch target {
    case .playPause: return words("tip.play")
    case .stop(let number):
      guard let stops = state.run?.learning.stops, stops.indices.contains(number - 1) else { return nil }
      return tip(ofStop: number, atStep: stops[number - 1])
    case .step(let step): return tip(ofTimelineAt: step)
    default: return nil
    }
  }

  private func tip(ofStop number: Int, atStep step: Int) -> String {
    let title = session?.stop(at: step)?.title ?? ""
    return content.words("tip.stop", ["number": .number(number), "name": .text(title)])
  }

  /// The nearest mark within a few pixels, else the step.
  private func tip(ofTimelineAt step: Int) -> String? {
    guard let timeline = showing.scene?.timeline, let rect = picture?.layout[.timeline] else { return nil }
    let words = content.words
    let reach = max(Float(timeline.steps) * 8 / max(rect.width, 1), 0.5)
    var marks: [(step: Int, what: String)] = timeline.stops.enumerated().map { index, step in
      (step, tip(ofStop: index + 1, atStep: step))
    }
    marks += timeline.bookmarks.map { ($0, words("tip.bookmark")) }
    marks += timeline.forks.map { ($0, words("tip.fork")) }
    marks += timeline.marks.map { mark in
      switch mark.kind {
      case .merge(let order): (mark.step, words("tip.merge", ["order": .number(order)]))
      case .failure: (mark.step, words("tip.failure"))
      case .scannersMet: (mark.step, words("tip.met"))
      case .zone(let name): (mark.step, words("tip.zone", ["zone": .text(name.description)]))
      }
    }
    let near = marks.filter { Float(abs($0.step - step)) <= reach }
      .min { abs($0.step - step) < abs($1.step - step) }
    guard let near else { return words("tip.step", ["step": .number(step)]) }
    let all = marks.filter { $0.step == near.step }.map(\.what).joined(separator: ", ")
    return words("tip.mark", ["step": .number(near.step), "what": .text(all)])
  }
}
