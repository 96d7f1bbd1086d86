/// A stretch of physical memory that has a name on the map.
public struct Landmark: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// Nothing is behind these addresses.
    case hole
    /// Taken at boot.
    case reserved
    /// Kept for a device, lent to pages that can move.
    case cma
  }
  public let kind: Kind
  /// As the file calls it.
  public let name: String
  /// Both ends included.
  public let range: ClosedRange<Pfn>

  public init(kind: Kind, name: String, range: ClosedRange<Pfn>) {
    self.kind = kind
    self.name = name
    self.range = range
  }
}
