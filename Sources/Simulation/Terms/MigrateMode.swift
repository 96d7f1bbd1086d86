/// How hard a run tries (model 7.1, `enum migrate_mode`).
public enum MigrateMode: Int, Comparable, Sendable {
  case async, syncLight, sync
  public static func < (a: MigrateMode, b: MigrateMode) -> Bool { a.rawValue < b.rawValue }

  /// The kernel's word in trace text.
  public var traceName: String {
    switch self {
    case .async: "MIGRATE_ASYNC"
    case .syncLight: "MIGRATE_SYNC_LIGHT"
    case .sync: "MIGRATE_SYNC"
    }
  }
}
