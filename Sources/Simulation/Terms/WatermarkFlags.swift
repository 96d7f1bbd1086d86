/// Which mark a check is made against.
public enum WatermarkName: Int, CaseIterable, Sendable { case min, low, high }

/// What a watermark check may count on (model 2.8).
struct WatermarkFlags: OptionSet {
  let rawValue: UInt8
  static let cma = WatermarkFlags(rawValue: 1)
  static let nonBlock = WatermarkFlags(rawValue: 2)
  static let minReserve = WatermarkFlags(rawValue: 4)
  static let highAtomic = WatermarkFlags(rawValue: 8)
  static let oom = WatermarkFlags(rawValue: 16)
  static let reserves: WatermarkFlags = [.nonBlock, .minReserve, .highAtomic, .oom]
}
