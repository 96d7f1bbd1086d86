import Captures
import Simulation
import Words

/// A run as a list, a row for each step, and those of them that match what has been typed. Texts are made only for
/// the rows that are looked at: a board's run has millions of steps.
public struct StepList {
  /// Steps that the run had when it was listed.
  public let total: Int
  private let version: KernelVersion
  private let words: Catalogue
  private let events: [RunEvent]
  /// The steps that match; nil while all do.
  private var matching: [Int32]?
  /// What is said of steps that have been looked at.
  private var said: [Int: StepWords] = [:]

  /// All steps of what is recorded.
  public init(_ recording: Recording, version: KernelVersion, words: Catalogue) {
    total = recording.stepCount
    events = recording.events
    self.version = version
    self.words = words
  }

  /// Rows that match.
  public var count: Int { matching?.count ?? total }

  /// The step of a row, from 1.
  public func step(ofRow row: Int) -> Int { matching.map { Int($0[row]) } ?? row + 1 }

  /// The row of the last step up to one, or the first row.
  public func row(atStep step: Int) -> Int {
    max(first(of: 0..<count) { self.step(ofRow: $0) > step } - 1, 0)
  }

  /// Keeps the steps that every word of `text` is true of.
  /// - Parameters:
  ///   - playhead: of the run; it may stand elsewhere afterwards.
  ///   - most: steps that are read to see whether they match.
  public mutating func filter(_ text: String, _ playhead: Playhead, readingAtMost most: Int = 20_000) {
    let filter = StepFilter(text)
    guard !filter.isEmpty else {
      matching = nil
      return
    }
    let verdicts = filter.verdicts(on: playhead.recording, scale: playhead.memory.scale, events, words)
    // A letter or two of a board's run would have a million steps read: until more is typed all that may match do.
    let readsDoubts = verdicts.count { $0 == .maybe } <= most
    matching = verdicts.prefix(total).indices.compactMap { index in
      let step = index + 1
      let holds: Bool? =
        switch verdicts[index] {
        case .no: false
        case .yes: true
        case .maybe where !readsDoubts: true
        case .maybe: words(of: step, playhead).map { filter.holds(for: $0, step: step, traced(at: step)) }
        }
      return holds == true ? Int32(step) : nil
    }
  }

  // MARK: Rows

  /// More rows than any window can show at the smallest text.
  private static let mostRows = 64
  /// Texts that are kept.
  private static let mostTexts = 4096

  /// The rows around a chosen one that may be seen.
  public func rows(around selection: Int) -> Range<Int> {
    let first = min(max(selection - Self.mostRows, 0), max(count - 2 * Self.mostRows, 0))
    return first..<min(first + 2 * Self.mostRows, count)
  }

  /// Finds words for the rows that may be seen around a chosen one.
  /// - Parameter playhead: of the run; it may stand elsewhere afterwards.
  public mutating func look(around selection: Int, _ playhead: Playhead) {
    if said.count > Self.mostTexts { said = [:] }
    for step in rows(around: selection).map(step(ofRow:)) where said[step] == nil {
      said[step] = words(of: step, playhead)
    }
  }

  /// A row that has been looked at.
  public subscript(row: Int) -> ListedStep? {
    let step = step(ofRow: row)
    guard let said = said[step] else { return nil }
    return ListedStep(
      step: step, said: said, traced: traced(at: step).map { ListedEvent($0, version: version) })
  }

  private func words(of step: Int, _ playhead: Playhead) -> StepWords? {
    playhead.walk(to: step)
    return playhead.lastStep.map { StepWords($0, in: playhead.memory, words: words) }
  }

  /// What the kernel traces at a step.
  private func traced(at step: Int) -> ArraySlice<RunEvent> {
    let begin = first(of: events.indices) { events[$0].step >= step }
    return events[begin...].prefix { $0.step == step }
  }

  /// The first index of which something is true that is true of all behind it; the end if there is none.
  private func first(of indices: Range<Int>, _ isTrue: (Int) -> Bool) -> Int {
    var (low, high) = (indices.lowerBound, indices.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if isTrue(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Playhead {
  /// Goes to a step; to one that lies near ahead step by step, which asks for no search of the place.
  fileprivate func walk(to goal: Int) {
    guard goal > step, goal - step < 4096 else { return seek(to: goal) }
    while step < goal, forward() {}
  }
}
