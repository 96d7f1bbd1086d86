/// Counters of `/proc/vmstat` (model 9).
public enum VMStatCounter: Int, CaseIterable, Sendable {
  case compactMigrateScanned, compactFreeScanned, compactIsolated
  case compactStall, compactFail, compactSuccess
  case compactDaemonWake, compactDaemonMigrateScanned, compactDaemonFreeScanned
  case pgmigrateSuccess, pgmigrateFail
  case thpMigrationSuccess, thpMigrationFail, thpMigrationSplit
  case thpFaultAlloc, thpFaultFallback
  case allocstallDMA, allocstallDMA32, allocstallNormal, allocstallHigh, allocstallMovable, allocstallDevice
  case pgallocDMA, pgallocDMA32, pgallocNormal, pgallocHigh, pgallocMovable, pgallocDevice, pgfree
  static let total = VMStatCounter.allCases.count

  /// Pages allocated from a zone.
  static func pgalloc(_ zone: ZoneName) -> VMStatCounter {
    switch zone {
    case .dma: .pgallocDMA
    case .dma32: .pgallocDMA32
    case .normal: .pgallocNormal
    case .highMem: .pgallocHigh
    case .movable: .pgallocMovable
    case .device: .pgallocDevice
    }
  }

  /// Requests that entered direct reclaim, by the highest zone that they may use.
  static func allocstall(_ zone: ZoneName) -> VMStatCounter {
    switch zone {
    case .dma: .allocstallDMA
    case .dma32: .allocstallDMA32
    case .normal: .allocstallNormal
    case .highMem: .allocstallHigh
    case .movable: .allocstallMovable
    case .device: .allocstallDevice
    }
  }

  /// The name in `/proc/vmstat`.
  public var procName: String {
    switch self {
    case .compactMigrateScanned: "compact_migrate_scanned"
    case .compactFreeScanned: "compact_free_scanned"
    case .compactIsolated: "compact_isolated"
    case .compactStall: "compact_stall"
    case .compactFail: "compact_fail"
    case .compactSuccess: "compact_success"
    case .compactDaemonWake: "compact_daemon_wake"
    case .compactDaemonMigrateScanned: "compact_daemon_migrate_scanned"
    case .compactDaemonFreeScanned: "compact_daemon_free_scanned"
    case .pgmigrateSuccess: "pgmigrate_success"
    case .pgmigrateFail: "pgmigrate_fail"
    case .thpMigrationSuccess: "thp_migration_success"
    case .thpMigrationFail: "thp_migration_fail"
    case .thpMigrationSplit: "thp_migration_split"
    case .thpFaultAlloc: "thp_fault_alloc"
    case .thpFaultFallback: "thp_fault_fallback"
    case .allocstallDMA: "allocstall_dma"
    case .allocstallDMA32: "allocstall_dma32"
    case .allocstallNormal: "allocstall_normal"
    case .allocstallHigh: "allocstall_high"
    case .allocstallMovable: "allocstall_movable"
    case .allocstallDevice: "allocstall_device"
    case .pgfree: "pgfree"
    case .pgallocDMA: "pgalloc_dma"
    case .pgallocDMA32: "pgalloc_dma32"
    case .pgallocNormal: "pgalloc_normal"
    case .pgallocHigh: "pgalloc_high"
    case .pgallocMovable: "pgalloc_movable"
    case .pgallocDevice: "pgalloc_device"
    }
  }
}
