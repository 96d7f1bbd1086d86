import Lessons
import Simulation
import Stage

extension Learning {
  /// What the scene of a run shows of a stop.
  struct Shown {
    private let stop: Lesson.Stop
    /// The part of the window to point at.
    let panel: Panel?
    /// The page to point at.
    let page: Pfn?
    /// What on the map is spoken of.
    let spokenOf: SpokenOf?

    init(_ stop: Lesson.Stop) {
      self.stop = stop
      panel = stop.pointAt?.panel
      page = stop.pointAt?.page
      spokenOf = stop.pointAt?.spokenOf
    }

    /// What the lesson says, in place of what is said of the step.
    func explanation(of step: StepReading) -> Explanation {
      Explanation(
        heading: stop.title, text: stop.plainText, because: step.said?.what ?? "",
        symbol: step.said?.symbol ?? "", voice: .lesson)
    }
  }
}

extension Pointer {
  /// The panel to point at; nil for what shows itself: scanners, lane and strip have their own marks.
  fileprivate var panel: Panel? {
    switch self {
    case .map: .map
    case .freeBlocks: .freeBlocks
    case .suitability: .verdict
    case .counters: .counters
    case .explanation: .explanation
    case .pseudocode: .algorithm
    case .timeline: .timeline
    case .migrateScanner, .freeScanner, .zoneStrip, .lane, .pageblock, .page: nil
    }
  }

  /// The page to put the inspector's frame on.
  fileprivate var page: Pfn? {
    switch self {
    case .page(let pfn): pfn
    default: nil
    }
  }

  /// What on the map to lead to.
  fileprivate var spokenOf: SpokenOf? {
    switch self {
    case .page(let pfn): .page(pfn)
    case .pageblock(let pfn): .pageblock(pfn)
    case .migrateScanner: .scanner(.migrate)
    case .freeScanner: .scanner(.free)
    case .lane: .lane
    case .zoneStrip: .strip
    case .map, .freeBlocks, .suitability, .counters, .explanation, .pseudocode, .timeline: nil
    }
  }
}
