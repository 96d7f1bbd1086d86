/// One number of the machine's state: a zone counter, a cached scanner position, a field of
/// `compact_control`, a tunable, a vmstat counter. All of them lie in one flat array, so that each change
/// of one can be recorded and taken back in the same way.
public struct Register: Hashable, Sendable {
  public let index: Int
  @inline(__always) init(index: Int) { self.index = index }

  /// - Parameter run: whose `compact_control` it is.
  @inline(__always) public static func control(_ field: ControlField, of run: RunSlot) -> Register {
    Register(index: run.index &* ControlField.total &+ field.rawValue)
  }
  @inline(__always) public static func kernel(_ field: KernelField) -> Register {
    Register(index: kernelStart &+ field.rawValue)
  }
  @inline(__always) public static func vmstat(_ counter: VMStatCounter) -> Register {
    Register(index: vmstatStart &+ counter.rawValue)
  }
  /// - Parameter zone: index into the machine's populated zones.
  @inline(__always) public static func zone(_ zone: Int, _ field: ZoneField) -> Register {
    Register(index: zonesStart &+ zone &* ZoneField.total &+ field.rawValue)
  }
  static func pageset(zone: Int, cpu: Int, _ field: PagesetField, zones: Int, cpus: Int) -> Register {
    Register(
      index: zonesStart &+ zones &* ZoneField.total &+ (zone &* cpus &+ cpu) &* PagesetField.total
        &+ field.rawValue)
  }

  @inline(__always) private static var kernelStart: Int { RunSlot.count &* ControlField.total }
  @inline(__always) private static var vmstatStart: Int { kernelStart &+ KernelField.total }
  @inline(__always) static var zonesStart: Int { vmstatStart &+ VMStatCounter.total }
}
