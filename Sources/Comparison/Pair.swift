/// A number as it was recorded and as it was simulated.
public struct Pair: Equatable, Sendable, Encodable {
  public var recorded: Int
  public var simulated: Int

  public var isEqual: Bool { recorded == simulated }
  /// The difference as a share of what was recorded; 0 where both are 0.
  public var error: Double {
    isEqual ? 0 : abs(Double(simulated) - Double(recorded)) / max(1, abs(Double(recorded)))
  }
}

/// A pair with the name that the kernel has for it.
public struct NamedPair: Equatable, Sendable, Encodable {
  public var name: String
  public var recorded: Int
  public var simulated: Int
  public var pair: Pair { Pair(recorded: recorded, simulated: simulated) }

  init(_ name: String, recorded: Int, simulated: Int) {
    self.name = name
    self.recorded = recorded
    self.simulated = simulated
  }
}
