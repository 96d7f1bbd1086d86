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

  /// All of it in one sentence, as it is shown while presenting: the first one of a lesson, whose heading
  /// is none, or what happened.
  public var sentence: String {
    guard voice == .lesson, !text.isEmpty else { return heading }
    let characters = Array(text)
    let end = characters.indices.dropLast(2).first { index in
      ".?!".contains(characters[index]) && characters[index + 1] == " " && characters[index + 2].isUppercase
    }
    return end.map { String(characters[...$0]) } ?? text
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
