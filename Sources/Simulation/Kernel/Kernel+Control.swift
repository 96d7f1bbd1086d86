/// What the run under way knows of itself: its registers (`ControlField`) and lists, in the slot of the task
/// at work.
extension Kernel {
  @inline(__always) func read(_ field: ControlField) -> Int { memory[field] }
  @inline(__always) func set(_ field: ControlField, _ value: Int) {
    set(.control(field, of: memory.run), value)
  }
  @inline(__always) func add(_ amount: Int, to field: ControlField) {
    add(amount, to: .control(field, of: memory.run))
  }

  @inline(__always) var migratePages: PageList { lists.migratePages(of: memory.run) }
  @inline(__always) var targets: PageList { lists.targets(of: memory.run) }
  @inline(__always) var captured: PageList { lists.captured(of: memory.run) }
  @inline(__always) func freePages(order: Order) -> PageList {
    lists.freePages(order: order, of: memory.run)
  }

  /// The zone that the run under way is in.
  var runZone: Zone { memory.zones[read(.zone)] }

  var migratePfn: Pfn {
    get { read(.migratePfn) }
    set { set(.migratePfn, newValue) }
  }
  var freePfn: Pfn {
    get { read(.freePfn) }
    set { set(.freePfn, newValue) }
  }
  var nrMigratepages: Int {
    get { read(.nrMigratepages) }
    set { set(.nrMigratepages, newValue) }
  }
  var nrFreepages: Int { read(.nrFreepages) }
  /// Start of the block the last batch came from; 0 for none.
  var lastMigratedPfn: Pfn {
    get { read(.lastMigratedPfn) }
    set { set(.lastMigratedPfn, newValue) }
  }
  var finishesPageblock: Bool {
    get { read(.finishPageblock) != 0 }
    set { set(.finishPageblock, newValue ? 1 : 0) }
  }
  var contended: Bool { read(.contended) != 0 }
  /// One counter for both fast searches (model 5.3).
  var fastSearchFail: Int {
    get { read(.fastSearchFail) }
    set { set(.fastSearchFail, newValue) }
  }
}
