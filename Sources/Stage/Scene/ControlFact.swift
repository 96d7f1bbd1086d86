/// A line of the panel about the run's `compact_control`.
public struct ControlFact: Equatable, Sendable {
  public var name: String
  public var value: String
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
