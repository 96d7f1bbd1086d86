/// Free blocks of a running machine, by zone: counts only, never a map.
public struct MachineBlocks: Equatable, Sendable {
  public struct Zone: Equatable, Sendable {
    public var node: Int
    /// As the kernel calls it.
    public var name: String
    /// By order, from 0.
    public var counts: [Int]
    /// The fragmentation index in thousandths, for the order looked for; −1000 where such a block is free.
    public var index: Int?
    public init(name: String, counts: [Int], node: Int = 0, index: Int? = nil) {
      self.node = node
      self.name = name
      self.counts = counts
      self.index = index
    }

    /// Free pages in these blocks.
    var freePages: Int { counts.enumerated().reduce(0) { $0 + $1.element << $1.offset } }
    /// Order of the largest free block; nil when nothing is free.
    var largest: Int? { counts.lastIndex { $0 > 0 } }
  }

  /// The machine's name, or that of the source.
  public var host: String
  public var zones: [Zone]
  /// The order that the index is of.
  public var order: Int
  /// Bytes of a page.
  public var pageSize: Int
  /// Whether it is known where its zones begin and how large they are.
  public var isPlaced: Bool
  /// Why there are no figures.
  public var reason: String?

  public init(
    zones: [Zone], host: String = "", order: Int = 9, pageSize: Int = 4096, isPlaced: Bool = true,
    reason: String? = nil
  ) {
    self.zones = zones
    self.host = host
    self.order = order
    self.pageSize = pageSize
    self.isPlaced = isPlaced
    self.reason = reason
  }

  var orders: Int { zones.map(\.counts.count).max() ?? 0 }
  var hasNodes: Bool { Set(zones.map(\.node)).count > 1 }
}
