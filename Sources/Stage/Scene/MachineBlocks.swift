/// Free blocks of a running machine, by zone: counts only, never a map.
public struct MachineBlocks: Equatable, Sendable {
  public struct Zone: Equatable, Sendable {
    /// As the kernel calls it.
    public var name: String
    /// By order, from 0.
    public var counts: [Int]
    public init(name: String, counts: [Int]) {
      self.name = name
      self.counts = counts
    }
  }

  public var zones: [Zone]
  public init(zones: [Zone]) { self.zones = zones }

  var orders: Int { zones.map(\.counts.count).max() ?? 0 }
}
