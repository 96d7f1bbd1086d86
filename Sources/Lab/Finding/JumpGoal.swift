import Simulation
import Words

/// Where a text typed by a person leads: a step, or a page.
enum JumpGoal: Equatable {
  case step(Int)
  case page(Pfn)

  /// Why a text leads nowhere.
  enum Refusal: Error, Equatable {
    case notANumber
    case noSuchStep(steps: Int)
    case noMemory(from: Pfn, to: Pfn)
  }

  /// A hexadecimal number is a pfn, or the address of a page where no page has that pfn; a decimal one
  /// is a step. `pfn` and `step` before a number say which is meant.
  init(_ text: String, in memory: Memory, steps: Int) throws(Refusal) {
    let parts = text.lowercased().split(separator: " ")
    guard let last = parts.last, parts.count <= 2 else { throw .notANumber }
    let word = parts.count == 2 ? parts[0] : ""
    guard ["", "pfn", "step"].contains(word) else { throw .notANumber }
    if word != "pfn", let step = Int(last) {
      guard (0...steps).contains(step) else { throw .noSuchStep(steps: steps) }
      self = .step(step)
      return
    }
    guard word != "step", let number = Int(last.hasPrefix("0x") ? last.dropFirst(2) : last, radix: 16),
      number >= 0
    else { throw .notANumber }
    let page = [number, number >> 12].first { memory.zone(at: $0) != nil }
    guard let page else { throw .noMemory(from: memory.base, to: memory.end - 1) }
    self = .page(page)
  }
}

extension JumpGoal.Refusal {
  func text(_ words: Catalogue) -> String {
    switch self {
    case .notANumber: words("jump.not-a-number")
    case .noSuchStep(let steps): words("jump.no-such-step", ["steps": .number(steps)])
    case .noMemory(let from, let to): words("jump.no-memory", ["from": .pfn(from), "to": .pfn(to)])
    }
  }
}
