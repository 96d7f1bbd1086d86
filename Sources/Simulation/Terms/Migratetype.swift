/// What a pageblock is meant for (model 1.3, `enum migratetype`). Raw values are the kernel's with CMA
/// and memory isolation built in.
public enum Migratetype: UInt8, CaseIterable, Sendable {
  case unmovable = 0
  case movable = 1
  case reclaimable = 2
  case highAtomic = 3
  case cma = 4
  case isolate = 5

  /// Whether only pages that can move are allocated here (`is_migrate_movable`).
  @inline(__always) public var isMovable: Bool { self == .movable || self == .cma }

  /// Whether a block of this type may merge with a block of another such type above pageblock size
  /// (`migratetype_is_mergeable`).
  @inline(__always) public var isMergeable: Bool { rawValue < 3 }

  /// The per-CPU list column that pages of this type lie on: the Movable one for CMA and HighAtomic.
  @inline(__always) var perCPUColumn: Int { isMergeable ? Int(rawValue) : 1 }

  /// The types a request of this type may fall back to, in the order tried (model 2.5, `fallbacks`).
  var fallbacks: [Migratetype] {
    switch self {
    case .unmovable: [.reclaimable, .movable]
    case .movable: [.reclaimable, .unmovable]
    case .reclaimable: [.unmovable, .movable]
    case .highAtomic, .cma, .isolate: []
    }
  }

  /// The name that `/proc/pagetypeinfo` prints.
  public var procName: String {
    switch self {
    case .unmovable: "Unmovable"
    case .movable: "Movable"
    case .reclaimable: "Reclaimable"
    case .highAtomic: "HighAtomic"
    case .cma: "CMA"
    case .isolate: "Isolate"
    }
  }
}
