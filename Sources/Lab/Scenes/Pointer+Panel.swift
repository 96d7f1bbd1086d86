import Lessons
import Simulation
import Stage

extension Pointer {
  /// The panel to point at; nil for what shows itself: scanners, lane and strip have their own marks.
  var panel: Panel? {
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
  var page: Pfn? {
    switch self {
    case .page(let pfn), .pageblock(let pfn): pfn
    default: nil
    }
  }
}
