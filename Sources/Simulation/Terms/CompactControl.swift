/// What a run is asked to do (model 3.1, the constant part of `struct compact_control`). It is kept in the
/// run's registers beside what changes while it runs, so that a kernel can go on with it from there.
struct CompactControl: Equatable {
  /// The order wanted, or −1 for "all of the zone".
  var order: Order = -1
  var mode: MigrateMode = .sync
  var gfp: GFPMask = .kernel
  var migratetype: Migratetype { gfp.migratetype }
  var allocFlags: WatermarkFlags = []
  /// The highest zone that the request may use.
  var highestZone: ZoneName?
  var ignoresSkipHint = false
  var ignoresBlockSuitability = false
  var wholeZone = false
  var direct = false
  var proactive = false
  /// The order at which freed blocks are captured; −1 while capture is not armed.
  var captureOrder: Order = -1
  /// The zone that capture is armed for.
  var captureZone = -1

  var viaCompactMemory: Bool { order == -1 }
}

// MARK: In registers

extension CompactControl {
  private static let options: [WritableKeyPath<CompactControl, Bool> & Sendable] = [
    \.ignoresSkipHint, \.ignoresBlockSuitability, \.direct, \.proactive,
  ]

  /// The registers that keep it.
  var fields: KeyValuePairs<ControlField, Int> {
    [
      .order: order, .mode: mode.rawValue, .migratetype: Int(migratetype.rawValue), .gfp: Int(gfp.rawValue),
      .allocFlags: Int(allocFlags.rawValue), .highestZone: highestZone?.rawValue ?? -1,
      .wholeZone: wholeZone ? 1 : 0, .captureOrder: captureOrder, .captureZone: captureZone,
      .options: CompactControl.options.enumerated().reduce(0) {
        $0 | (self[keyPath: $1.element] ? 1 << $1.offset : 0)
      },
    ]
  }

  /// As registers keep it.
  init(reading field: (ControlField) -> Int) {
    order = field(.order)
    mode = MigrateMode(rawValue: field(.mode)) ?? .sync
    gfp = GFPMask(rawValue: UInt32(field(.gfp)))
    allocFlags = WatermarkFlags(rawValue: UInt8(field(.allocFlags)))
    highestZone = ZoneName(rawValue: field(.highestZone))
    wholeZone = field(.wholeZone) != 0
    captureOrder = field(.captureOrder)
    captureZone = field(.captureZone)
    for (bit, option) in CompactControl.options.enumerated() {
      self[keyPath: option] = field(.options) >> bit & 1 != 0
    }
  }
}
