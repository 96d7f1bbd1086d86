/// Pages on one CPU's lists in front of a zone.
public struct PerCPUPages: Equatable, Sendable {
  public var cpu: Int
  public var count: Int
  public var high: Int
  public var batch: Int
  /// What this step changed.
  public var change: Int
  public init(cpu: Int, count: Int, high: Int, batch: Int, change: Int = 0) {
    self.cpu = cpu
    self.count = count
    self.high = high
    self.batch = batch
    self.change = change
  }
}
