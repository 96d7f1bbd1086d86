/// How large the numbers can be that a kernel prints. What lies beyond is damage, and could overflow what is
/// computed of it.
enum Bounds {
  /// Page frames, and pages of anything: 52 bits of physical addresses in pages of 4 KiB.
  static let pages = 1 << 40
  /// Bytes of addresses.
  static let addresses = 1 << 56
  /// `NR_CPUS` at its highest.
  static let cpus = 8192
  /// `MAX_NUMNODES` at its highest.
  static let nodes = 1024
  /// Zones of all nodes.
  static let zones = nodes * ZoneInfo.zoneNames.count
  /// `NR_PAGE_ORDERS` at its highest, with room to spare.
  static let orders = 32
  /// Pages that one event of a trace tells of, as many as 16 TiB have; and all its other numbers.
  static let event = 1 << 32
  /// `batch` of a per-CPU set: a kernel chooses some hundred at the most.
  static let batch = 1 << 16
  /// A factor of a per-CPU set, by which `batch` is shifted.
  static let factor = 32
}
