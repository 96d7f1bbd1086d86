import Background
import Simulation

/// Finds the histories of pages and pageblocks: those in long recordings behind the window, the latest that
/// was asked for only.
public final class HistorySearch: Sendable {
  /// What a history is asked of.
  public struct Subject: Equatable, Sendable {
    /// The session that the run is in.
    public var session: RunSession.ID
    public var pfn: Pfn
    public var wholePageblock: Bool

    public init(session: RunSession.ID, pfn: Pfn, wholePageblock: Bool) {
      self.session = session
      self.pfn = pfn
      self.wholePageblock = wholePageblock
    }
  }

  /// A history, and how far it reaches.
  public struct Story: Sendable {
    var subject: Subject
    /// The step at which the page holds what the story is about.
    var step: Int
    /// Steps of the recording that it was found in.
    public var steps: Int
    public var entries: [PageHistoryEntry]
  }

  private let search: LatestSearch<Subject, Story>
  private let short: Int

  /// - Parameters:
  ///   - short: recordings of no more changes are gone through at once, in less time than a frame takes.
  ///   - wake: called on another thread when a history has been found.
  public init(short: Int = 200_000, wake: @escaping @Sendable () -> Void) {
    self.short = short
    search = LatestSearch("histories", wake: wake)
  }

  /// The story of a subject at a step: what is known of it, nil while nothing is. It is looked for again
  /// where another page's contents are there by now, or the recording has grown.
  public func story(of subject: Subject, atStep step: Int, _ recording: Recording, _ scale: Scale) -> Story? {
    let known = search.latest.flatMap { $0.tells(of: subject, atStep: step) ? $0 : nil }
    if let known, known.steps == recording.stepCount { return known }
    guard recording.changeCount > short else {
      let story = Self.find(subject, step, recording, scale) { false }
      search.settle(story)
      return story
    }
    search.begin(subject) { Self.find(subject, step, recording, scale, isCancelled: $0) }
    return known
  }

  private static func find(
    _ subject: Subject, _ step: Int, _ recording: Recording, _ scale: Scale, isCancelled: () -> Bool
  ) -> Story {
    let entries =
      subject.wholePageblock
      ? recording.pageblockHistory(of: subject.pfn, scale: scale, isCancelled: isCancelled)
      : recording.history(of: subject.pfn, atStep: step, isCancelled: isCancelled)
    return Story(subject: subject, step: step, steps: recording.stepCount, entries: entries)
  }
}

extension HistorySearch.Story {
  /// Whether it is about what the subject holds at a step.
  fileprivate func tells(of subject: HistorySearch.Subject, atStep step: Int) -> Bool {
    guard subject == self.subject else { return false }
    guard !subject.wholePageblock, step != self.step else { return true }
    // Nothing has come or gone between both steps.
    let between = Swift.min(step, self.step) + 1..<Swift.max(step, self.step) + 1
    return !entries.contains { between.contains($0.step) && $0.from != $0.to }
  }
}
