/// Where the run is in the ten lines of the algorithm.
public struct Algorithm: Equatable, Sendable {
  /// The current line, from 1; nil before and after a run.
  public var line: Int?
  /// Pages that are isolated before they are moved.
  public var batch: Int
  public init(line: Int? = nil, batch: Int) {
    self.line = line
    self.batch = batch
  }
}
