import Lessons
import Runs

/// What a lesson wants done that the state can't do by itself.
extension Laboratory {
  func perform(_ effect: Learning.Effect) {
    switch effect {
    case .offerStops(let chosen): offerStops(chosen: chosen)
    case .sayWhatIsNext: send(.said(whatIsNext))
    }
  }

  /// The list of the stops that was opened before they were found.
  func takeUpAwaitedStops() {
    guard let run = state.run, case .choices(let choices) = run.finding.overlay, choices.isAwaited,
      choices.subject == .stops, !run.learning.stops.isEmpty
    else { return }
    offerStops(chosen: max(run.stop - 1, 0))
  }

  private func offerStops(chosen: Int) {
    guard let run = state.run, let session else { return }
    let entries = run.learning.stops.enumerated().map { index, step in
      Choices.Entry(
        number: index + 1, name: session.stop(at: step)?.title ?? "",
        detail: content.words("stops.step", ["step": .number(step)]), goal: .step(step))
    }
    send(.finding(.offered(Choices(.stops, entries, selection: chosen))))
  }

  /// What comes after the last stop: another lesson, or what the menu has.
  private var whatIsNext: String {
    let number = session?.recipe.lesson?.number ?? .max
    let next = entries.first { $0.section == .lessons && $0.number ?? 0 > number }
    guard let next, let nextNumber = next.number else { return content.words("stops.last") }
    return content.words("stops.next-lesson", ["number": .number(nextNumber), "name": .text(next.name)])
  }
}
