import Simulation

/// What has become of a run that is being made.
public enum RunNews: Sendable {
  /// The memory is there, as it is before the first step, and what was counted in it.
  case begun(PageblockCensus)
  /// So many steps are recorded.
  case recorded(steps: Int, isComplete: Bool)
  /// The steps at which the lesson's stops are, ascending; those that the run doesn't come to are left out.
  case foundStops([Int])
}
