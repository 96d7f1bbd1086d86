/// Pages with the same verdict, one after the other: one change, as many steps.
struct ScanRun {
  let operation: Change.Operation
  var rule: Rule = .none
  var start: Pfn = 0
  var count = 0
  var stride = 1
  init(_ operation: Change.Operation, stride: Int = 1) {
    self.operation = operation
    self.stride = stride
  }
}

/// How both scanners report what they look at.
extension Kernel {
  @inline(__always) func extend(_ run: inout ScanRun, _ pfn: Pfn, _ rule: Rule) {
    if run.count > 0, run.rule != rule || run.start &+ run.count &* run.stride != pfn { flush(&run) }
    if run.count == 0 {
      run.start = pfn
      run.rule = rule
    }
    run.count &+= 1
    // An edit in the middle of a run of equal verdicts is to be seen by the pages behind it.
    if R.wantsChanges, run.count == recorder.stepsUntilEdit { flush(&run) }
  }

  @inline(__always) func flush(_ run: inout ScanRun) {
    guard run.count > 0 else { return }
    let cursor: ControlField =
      run.operation == .migrateScan ? .migrateCursor : .freeCursor
    if read(cursor) != run.start { set(cursor, run.start) }
    make(
      Change(
        run.operation, run.rule, list: UInt16(truncatingIfNeeded: run.stride), frame: run.start,
        argument: UInt32(truncatingIfNeeded: run.count)))
    run.count = 0
  }

  func jump(_ operation: Change.Operation, _ pfn: Pfn, ahead: Int, scanned: Int, _ rule: Rule) {
    let cursor: ControlField =
      operation == .migrateJump ? .migrateCursor : .freeCursor
    if read(cursor) != pfn { set(cursor, pfn) }
    make(
      Change(
        operation, rule, list: UInt16(truncatingIfNeeded: ahead), frame: pfn,
        argument: UInt32(truncatingIfNeeded: scanned)))
  }
}
