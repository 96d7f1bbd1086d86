/// How each CPU's lists of a zone are sized, in pages (model 1.5, `struct per_cpu_pages`).
public struct PagesetLayout: Equatable, Sendable {
  public var batch: Int
  /// `high`; with auto-tuning the least it can be.
  public var high: Int
  /// The most that auto-tuning may raise `high` to; equal to `high` where it is off.
  public var highMax: Int
  public init(batch: Int, high: Int, highMax: Int? = nil) {
    self.batch = batch
    self.high = high
    self.highMax = highMax ?? high
  }

  /// The kernel's own sizes for a zone of `managed` pages and a `low` watermark on `cpus` CPUs.
  public init(managed: Int, low: Int, cpus: Int, version: KernelVersion) {
    let quarter = Swift.max(Swift.min(managed >> 10, 256) / 4, 1)
    let wanted = quarter + quarter / 2
    let power = 1 << (Int.bitWidth - 1 - wanted.leadingZeroBitCount)
    batch = Swift.max(power - 1, 1)
    high = Swift.max(low / cpus, 4 * batch)
    highMax = version.pagesetHighIsTuned ? Swift.max(managed / 8 / cpus, 4 * batch) : high
  }
}
