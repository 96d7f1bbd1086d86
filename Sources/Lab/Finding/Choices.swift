import Runs
import Simulation

/// Entries of which one is to be chosen. What is typed leaves those that have it in their names; a number
/// that is typed, those whose number begins so.
public struct Choices: Equatable, Sendable {
  /// What is chosen among.
  public enum Subject: Equatable, Sendable {
    /// Moments to run until.
    case searches
    /// Stops of the lesson.
    case stops
    /// Scenarios that the person has saved.
    case scenarios
  }

  /// What an entry stands for.
  public enum Goal: Equatable, Sendable {
    case moment(SearchCondition)
    case step(Int)
    case run(RunTarget)
  }

  public struct Entry: Equatable, Sendable {
    public var number: Int?
    public var name: String
    public var detail: String
    public var goal: Goal
  }

  public let subject: Subject
  public let entries: [Entry]
  /// What is chosen among is not known yet: what is typed meanwhile waits for it.
  public let isAwaited: Bool
  public private(set) var typed = ""
  /// The chosen one of those that are shown, from 0.
  public private(set) var selection: Int

  public init(_ subject: Subject, _ entries: [Entry], selection: Int = 0, isAwaited: Bool = false) {
    self.subject = subject
    self.entries = entries
    self.selection = selection
    self.isAwaited = isAwaited
  }

  /// Those that match what has been typed.
  public var shown: [Entry] { typed.isEmpty ? entries : entries.filter(matches) }

  private func matches(_ entry: Entry) -> Bool {
    if let number = entry.number, Int(typed) != nil { return String(number).hasPrefix(typed) }
    return "\(entry.name) \(entry.detail)".lowercased().contains(typed.lowercased())
  }

  mutating func type(_ change: (String) -> String) {
    typed = change(typed)
    selection = 0
  }

  mutating func move(by distance: Int) {
    selection = min(max(selection + distance, 0), max(shown.count - 1, 0))
  }
}
