import Simulation

/// What happened in this step, because of what, and where in the kernel; or what a lesson says here.
public struct Explanation: Equatable, Sendable {
  /// Who speaks, which decides the colour of the bar at its side.
  public enum Voice: Equatable, Sendable { case migrateScanner, freeScanner, run, lesson }

  public var heading: String
  public var text: String
  public var because: String
  /// A kernel function, without parentheses; empty where there is none.
  public var symbol: String
  public var voice: Voice
  public init(
    heading: String, text: String = "", because: String = "", symbol: String = "", voice: Voice = .run
  ) {
    self.heading = heading
    self.text = text
    self.because = because
    self.symbol = symbol
    self.voice = voice
  }

  /// What is said of it while presenting, sentence by sentence: those of a lesson, whose heading is none, or what
  /// happened and how or why.
  public var sentences: [String] {
    guard voice == .lesson, !text.isEmpty else {
      return [heading, text.isEmpty ? because : text].filter { !$0.isEmpty }
    }
    let characters = Array(text)
    let ends = characters.indices.dropLast(2).filter { index in
      ".?!".contains(characters[index]) && characters[index + 1] == " " && characters[index + 2].isUppercase
    }
    let starts = [0] + ends.map { $0 + 2 }
    return zip(starts, ends.map { $0 + 1 } + [characters.count]).map { String(characters[$0..<$1]) }
  }
}

extension Explanation.Voice {
  public init(_ actor: RuleMeaning.Actor) {
    self =
      switch actor {
      case .migrateScanner: .migrateScanner
      case .freeScanner: .freeScanner
      case .run: .run
      }
  }
}
