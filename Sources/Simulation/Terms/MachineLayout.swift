/// A machine's memory as it is laid out at boot: one node.
public struct MachineLayout: Equatable, Sendable {
  public var scale: Scale
  /// Populated zones, lowest first.
  public var zones: [ZoneLayout]
  /// CPUs, each with its own per-CPU lists.
  public var cpus: Int
  public init(scale: Scale, zones: [ZoneLayout], cpus: Int = 1) {
    precondition(!zones.isEmpty && cpus > 0, "a machine has a zone and a CPU")
    self.scale = scale
    self.zones = zones
    self.cpus = cpus
  }
}
