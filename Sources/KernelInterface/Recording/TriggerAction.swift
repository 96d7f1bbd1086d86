/// Does what sets compaction off, and undoes it afterwards.
struct TriggerAction {
  let trigger: RecordedTrigger
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
  /// - Parameter time: how long to watch when nothing is done.
  func perform(watching time: Duration) throws(FileFailure) -> Aftermath {
    switch trigger {
    case .none:
      wait(time)
      return Aftermath()
    case .sync: return try compact(times: 1)
    case .syncs(let times): return try compact(times: times)
    case .node:
      try control.write("/sys/devices/system/node/node0/compact", Array("1".utf8))
      return Aftermath()
    case .hugetlb(let pages):
      let path = "/proc/sys/vm/nr_hugepages"
      let old = try files.contents(path)
      try control.write(path, Array("\(pages)".utf8))
      return Aftermath(setting: (path, old))
    case .thp(let megabytes):
      let pages = control.touchHugePages(megabytes) { !isCancelled() && freeKilobytes() >= 24 << 10 }
      return Aftermath(pages: pages, note: "thp: touched \(pages?.touched ?? 0) areas of 2 MiB")
    case .proactive(let longest):
      return try performProactive(longest)
    }
  }

  private func compact(times: Int) throws(FileFailure) -> Aftermath {
    for _ in 0..<times where !isCancelled() {
      try control.write("/proc/sys/vm/compact_memory", Array("1".utf8))
    }
    return Aftermath()
  }

  func undo(_ aftermath: Aftermath) throws(FileFailure) {
    if let (path, value) = aftermath.setting { try control.write(path, value) }
  }

  /// Until the time has passed, or nothing was scanned for 6 seconds.
  private func performProactive(_ longest: Duration) throws(FileFailure) -> Aftermath {
    let path = "/proc/sys/vm/compaction_proactiveness"
    let old = try files.contents(path)
    try control.write(path, Array("100".utf8))
    var scanned = pagesScanned()
    let period = Duration.seconds(1)
    var idle = Duration.zero
    var elapsed = Duration.zero
    while elapsed < longest, idle < .seconds(6), !isCancelled() {
      control.sleep(period)
      elapsed += period
      let now = pagesScanned()
      idle = now == scanned ? idle + period : .zero
      scanned = now
    }
    try control.write(path, old)
    return Aftermath()
  }

  private func wait(_ time: Duration) {
    var left = time
    while left > .zero, !isCancelled() {
      control.sleep(min(left, .milliseconds(100)))
      left -= .milliseconds(100)
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
