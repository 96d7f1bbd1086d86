/// The settings under `/proc/sys/vm` that the simulation knows (model 10.4).
public struct Tunables: Equatable, Sendable {
  /// 0 to 100
  public var compactionProactiveness = 20
  /// 0 to 1000
  public var extfragThreshold = 500
  public var compactUnevictableAllowed = true
  /// Ten-thousandths of the high watermark; 0 switches boosting off.
  public var watermarkBoostFactor = 15000
  public init() {}

  /// The registers that keep them.
  var fields: KeyValuePairs<KernelField, Int> {
    [
      .compactionProactiveness: compactionProactiveness, .extfragThreshold: extfragThreshold,
      .compactUnevictableAllowed: compactUnevictableAllowed ? 1 : 0,
      .watermarkBoostFactor: watermarkBoostFactor,
    ]
  }
}
