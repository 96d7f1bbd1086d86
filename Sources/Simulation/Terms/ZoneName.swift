/// The zones of the page allocator, lowest first (model 1.2, `enum zone_type`).
public enum ZoneName: Int, CaseIterable, Comparable, Sendable, CustomStringConvertible {
  case dma, dma32, normal, highMem, movable, device

  public var description: String {
    switch self {
    case .dma: "DMA"
    case .dma32: "DMA32"
    case .normal: "Normal"
    case .highMem: "HighMem"
    case .movable: "Movable"
    case .device: "Device"
    }
  }
  public static func < (a: ZoneName, b: ZoneName) -> Bool { a.rawValue < b.rawValue }
  public init?(_ description: some StringProtocol) {
    guard let name = ZoneName.allCases.first(where: { $0.description == description }) else { return nil }
    self = name
  }
}
