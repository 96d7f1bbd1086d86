import Lessons
import Simulation
import Stage

extension Learning {
  /// What the scene of a run shows of a stop.
  struct Shown {
    let heading: String
    let text: String
    /// The part of the window to point at.
    let panel: Panel?
    /// The page to point at.
    let page: Pfn?

    init(_ stop: Lesson.Stop) {
      heading = stop.title
      text = stop.plainText
      panel = stop.pointAt?.panel
      page = stop.pointAt?.page
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
    case .page(let pfn), .pageblock(let pfn): pfn
    default: nil
    }
  }
}
