/// Does what sets compaction off, and undoes it afterwards.
struct TriggerAction {
  let trigger: Trigger
  let files: FileReading
  let control: SystemControl
  let isCancelled: @Sendable () -> Bool

  /// What has to be given back when the state after the run is recorded.
  struct Aftermath {
    var setting: (path: String, value: [UInt8])?
    var pages: HugePages?
    var note: String?
  }

  /// Sets compaction off and returns when it has ended.
  /// - Parameter seconds: how long to watch when nothing is done.
  func perform(watching seconds: Double) throws(FileFailure) -> Aftermath {
    switch trigger {
    case .none:
      wait(seconds)
      return Aftermath()
    case .sync:
      try control.write("/proc/sys/vm/compact_memory", Array("1".utf8))
      return Aftermath()
    case .hugetlb(let pages):
      let path = "/proc/sys/vm/nr_hugepages"
      let old = try files.contents(path)
      try control.write(path, Array("\(pages)".utf8))
      return Aftermath(setting: (path, old))
    case .thp(let megabytes):
      let pages = control.touchHugePages(megabytes) { !isCancelled() && freeKilobytes() >= 24 << 10 }
      return Aftermath(pages: pages, note: "thp: touched \(pages?.touched ?? 0) areas of 2 MiB")
    case .proactive(let seconds):
      return try performProactive(seconds)
    }
  }

  func undo(_ aftermath: Aftermath) throws(FileFailure) {
    if let (path, value) = aftermath.setting { try control.write(path, value) }
  }

  /// Until `seconds` have passed, or nothing was scanned for 6 of them.
  private func performProactive(_ seconds: Int) throws(FileFailure) -> Aftermath {
    let path = "/proc/sys/vm/compaction_proactiveness"
    let old = try files.contents(path)
    try control.write(path, Array("100".utf8))
    var scanned = pagesScanned()
    var idle = 0
    var elapsed = 0
    while elapsed < seconds, idle < 6, !isCancelled() {
      control.sleep(1)
      elapsed += 1
      let now = pagesScanned()
      idle = now == scanned ? idle + 1 : 0
      scanned = now
    }
    try control.write(path, old)
    return Aftermath()
  }

  private func wait(_ seconds: Double) {
    var left = seconds
    while left > 0, !isCancelled() {
      control.sleep(min(left, 0.1))
      left -= 0.1
    }
  }

  private func pagesScanned() -> Int {
    guard let bytes = try? files.contents("/proc/vmstat"),
      let vmstat = try? VMStat(parsing: bytes, file: "/proc/vmstat")
    else { return 0 }
    return (vmstat["compact_migrate_scanned"] ?? 0) &+ (vmstat["compact_free_scanned"] ?? 0)
  }

  private func freeKilobytes() -> Int {
    guard let bytes = try? files.contents("/proc/meminfo"),
      let memInfo = try? MemInfo(parsing: bytes, file: "/proc/meminfo")
    else { return 0 }
    return memInfo["MemFree"] ?? 0
  }
}
