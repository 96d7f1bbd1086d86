/// A machine's memory as it is laid out at boot: one node.
public struct MachineLayout: Equatable, Sendable {
  public var scale: Scale
  /// Populated zones, lowest first.
  public var zones: [ZoneLayout]
  /// CPUs, each with its own per-CPU lists.
  public var cpus: Int

  /// The most pages that the zones may span (64 GiB), and the first page frame beyond all machines.
  public static let mostPages = 1 << 24
  public static let endOfFrames: Pfn = 1 << 31
  /// The most CPUs.
  public static let mostCPUs = 256

  public init(scale: Scale, zones: [ZoneLayout], cpus: Int = 1) {
    precondition(!zones.isEmpty && cpus > 0, "a machine has a zone and a CPU")
    self.scale = scale
    self.zones = zones
    self.cpus = cpus
  }
}
