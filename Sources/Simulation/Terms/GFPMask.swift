/// What a request for pages allows (model 3.2; `gfp_t`), as far as compaction can tell.
public struct GFPMask: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let movable = GFPMask(rawValue: 1 << 0)
  public static let reclaimable = GFPMask(rawValue: 1 << 1)
  public static let io = GFPMask(rawValue: 1 << 2)
  public static let fs = GFPMask(rawValue: 1 << 3)
  public static let directReclaim = GFPMask(rawValue: 1 << 4)
  public static let kswapdReclaim = GFPMask(rawValue: 1 << 5)
  public static let noRetry = GFPMask(rawValue: 1 << 6)
  public static let retryMayFail = GFPMask(rawValue: 1 << 7)
  public static let thisNode = GFPMask(rawValue: 1 << 8)
  /// `__GFP_HIGH`: may use half of the min reserve.
  public static let high = GFPMask(rawValue: 1 << 9)
  public static let noMemAlloc = GFPMask(rawValue: 1 << 10)
  public static let comp = GFPMask(rawValue: 1 << 11)
  public static let noWarn = GFPMask(rawValue: 1 << 12)
  public static let hardwall = GFPMask(rawValue: 1 << 13)
  public static let highMem = GFPMask(rawValue: 1 << 14)
  public static let skipKasan = GFPMask(rawValue: 1 << 15)
  public static let zero = GFPMask(rawValue: 1 << 16)
  public static let dma = GFPMask(rawValue: 1 << 17)
  public static let dma32 = GFPMask(rawValue: 1 << 18)

  /// GFP_KERNEL
  public static let kernel: GFPMask = [.io, .fs, .directReclaim, .kswapdReclaim]
  /// GFP_ATOMIC: may not wait, and may use more of the reserves.
  public static let atomic: GFPMask = [.high, .kswapdReclaim]
  /// GFP_HIGHUSER_MOVABLE
  public static let highUserMovable: GFPMask = [kernel, .movable, .hardwall, .highMem, .skipKasan]
  /// GFP_TRANSHUGE of a fault in a MADV_HUGEPAGE region.
  public static let transparentHuge: GFPMask = [transparentHugeLight, .directReclaim]
  /// GFP_TRANSHUGE_LIGHT: takes what is ready.
  public static let transparentHugeLight: GFPMask = [
    .io, .fs, .movable, .hardwall, .highMem, .skipKasan, .comp, .noMemAlloc, .noWarn,
  ]

  /// The type of pageblock that the request is served from (`gfp_migratetype`).
  public var migratetype: Migratetype {
    if contains(.movable) { return .movable }
    return contains(.reclaimable) ? .reclaimable : .unmovable
  }

  /// The highest zone that it may use (`gfp_zone`): without `__GFP_MOVABLE`, HighMem on a machine that has it.
  public var highestZone: ZoneName {
    if contains(.dma) { return .dma }
    if contains(.dma32) { return .dma32 }
    guard contains(.highMem) else { return .normal }
    return contains(.movable) ? .movable : .highMem
  }

  /// Whether who asks may wait for reclaim and compaction.
  public var mayWait: Bool { contains(.directReclaim) }
}
