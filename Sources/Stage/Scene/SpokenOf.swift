import Simulation

/// What on the map the words of a lesson speak of.
public enum SpokenOf: Equatable, Sendable {
  case page(Pfn)
  /// The pageblock that holds the page.
  case pageblock(Pfn)
  case scanner(Scanner)
  /// The pages that ride in the lane.
  case lane
  /// The zone in one line above the map.
  case strip
}
