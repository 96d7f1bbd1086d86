import Runs
import Stage
import Words

/// Says each step in one line, for `--narrate`: for screen readers, Braille and logs.
struct Narrator {
  let words: Catalogue

  /// - Parameter stop: what the lesson says at this step.
  func line(step: Int, of steps: Int?, _ said: StepWords?, stop: String?) -> String {
    let text = [stop, said?.line ?? words("explanation.start")].compactMap(\.self).joined(separator: " ")
    let symbol = said.map { $0.symbol.isEmpty ? "" : " [\($0.symbol)]" } ?? ""
    return "\(words.step(step, of: steps)): \(text)\(symbol)"
  }
}
