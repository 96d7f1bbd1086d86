/// A counter of `/proc/vmstat`.
public struct Counter: Equatable, Sendable {
  /// As the kernel prints it.
  public var name: String
  public var value: Int
  /// What this step added.
  public var change: Int
  /// The kernel adds it up only when the run ends.
  public var isSoFar: Bool
  public init(name: String, value: Int, change: Int = 0, isSoFar: Bool = false) {
    self.name = name
    self.value = value
    self.change = change
    self.isSoFar = isSoFar
  }
}
