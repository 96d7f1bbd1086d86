import Simulation
import Words

/// Says each step in one line, for `--narrate`: for screen readers, Braille and logs.
struct Narrator {
  let words: Catalogue

  func line(step: Int, of steps: Int?, _ said: StepWords?, stop: String?) -> String {
    let place =
      steps.map { words("narrate.step-of", ["step": .number(step), "steps": .number($0)]) }
      ?? words("narrate.step", ["step": .number(step)])
    let text = [stop, said?.what ?? words("narrate.start"), said?.because].compactMap(\.self)
      .filter { !$0.isEmpty }.joined(separator: " ")
    let symbol = said.map { $0.symbol.isEmpty ? "" : " [\($0.symbol)]" } ?? ""
    return "\(place): \(text)\(symbol)"
  }
}
