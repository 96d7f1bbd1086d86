import Simulation
import Stage

/// What is marked on a map, whether it shows pages or pageblocks.
extension Scene.Map {
  /// How far the inspector reaches.
  /// - Parameters:
  ///   - single: to one page alone, also where it is part of a block.
  ///   - wholePageblock: over a whole pageblock of a board.
  mutating func inspectsPage(_ single: Bool, wholePageblock: Bool) {
    change {
      $0.inspectsPage = single
    } board: {
      $0.inspectsPageblock = wholePageblock
    }
  }

  /// Shows what the step just made was about.
  /// - Parameter change: where things were before it; nil where they move.
  mutating func show(_ step: StepReading, mark: StepMark?, change: StepChange?) {
    self.change {
      ($0.mark, $0.change) = (mark, change)
    } board: {
      ($0.subject, $0.mark, $0.change) = (step.last?.subject, mark, change)
    }
  }

  /// Outlines pages.
  mutating func mark(_ ranges: [Range<Pfn>]) {
    change {
      $0.marked = ranges
    } board: {
      $0.marked = ranges
    }
  }

  /// Leaves a page at its height where not everything fits.
  mutating func hold(_ pfn: Pfn, at y: Float) {
    change {
      $0.held = PageMap.Held(page: pfn, y: y)
    } board: { _ in
    }
  }

  /// Shows the same part where not everything fits.
  mutating func show(like other: Scene.Map) {
    guard case .pages(let other) = other else { return }
    change {
      $0.focus = other.focus
    } board: { _ in
    }
  }

  private mutating func change(_ pages: (inout PageMap) -> Void, board: (inout BoardMap) -> Void) {
    switch self {
    case .pages(var map):
      pages(&map)
      self = .pages(map)
    case .board(var map):
      board(&map)
      self = .board(map)
    case .menu, .home, .keys, .events, .article: break
    }
  }
}
