/// Pages with the same verdict, one after the other: one change, as many steps. It counts what its scanner
/// looks at (`nr_scanned`).
struct ScanRun {
  let operation: Change.Operation
  let stride: Int
  fileprivate(set) var scanned = 0
  fileprivate var rule: Rule = .none
  fileprivate var start: Pfn = 0
  fileprivate var count = 0

  /// - Parameter operation: `migrateScan` or `freeScan`.
  @inline(__always) init(_ operation: Change.Operation, stride: Int = 1) {
    self.operation = operation
    self.stride = stride
  }

  @inline(__always) fileprivate var isMigrateScan: Bool { operation == .migrateScan }
  @inline(__always) fileprivate var cursor: ControlField {
    isMigrateScan ? .migrateCursor : .freeCursor
  }
}

/// How both scanners report what they look at.
extension Kernel {
  /// A page is passed.
  @inline(__always) func pass(_ run: inout ScanRun, _ pfn: Pfn, _ rule: Rule) {
    if run.count > 0, run.rule != rule || run.start &+ run.count &* run.stride != pfn {
      flush(&run)
    }
    if run.count == 0 {
      run.start = pfn
      run.rule = rule
    }
    run.count &+= 1
    run.scanned &+= 1
    // An edit in the middle of a run of equal verdicts is to be seen by the pages behind it.
    if R.wantsChanges, run.count == recorder.stepsUntilEdit { flush(&run) }
  }

  /// From a page the scanner goes on `ahead` pages at once, and counts so many.
  @inline(__always) func jump(
    _ run: inout ScanRun, _ pfn: Pfn, ahead: Int, counted: Int, _ rule: Rule
  ) {
    flush(&run)
    run.scanned &+= counted
    makeJump(run, pfn, ahead: ahead, counted: counted, rule)
  }

  private func makeJump(_ run: ScanRun, _ pfn: Pfn, ahead: Int, counted: Int, _ rule: Rule) {
    set(run.cursor, pfn)
    make(
      Change(
        run.isMigrateScan ? .migrateJump : .freeJump, rule, list: UInt16(truncatingIfNeeded: ahead),
        frame: pfn, argument: UInt32(truncatingIfNeeded: counted)))
  }

  /// The migrate scanner takes the page that it looks at (rule 17): it goes in front of the list of pages to
  /// move.
  @inline(__always) func take(_ run: inout ScanRun, _ pfn: Pfn, _ rule: Rule) {
    set(run.cursor, pfn)
    make(
      Change(
        .isolate, rule, list: migratePages.index, frame: pfn,
        argument: Frame.placeBits(.isolatedSource)))
    run.scanned &+= 1
  }

  /// Tells of the pages passed so far, before anything else happens.
  @inline(__always) func flush(_ run: inout ScanRun) {
    guard run.count > 0 else { return }
    set(run.cursor, run.start)
    make(
      Change(
        run.operation, run.rule, list: UInt16(truncatingIfNeeded: run.stride), frame: run.start,
        argument: UInt32(truncatingIfNeeded: run.count)))
    run.count = 0
  }
}
