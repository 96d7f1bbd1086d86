/// Names for what a run knows of itself.
extension Kernel {
  /// The zone that the run under way is in.
  var runZone: Zone { memory.zones[read(.control(.zone))] }

  var migratePfn: Pfn {
    get { read(.control(.migratePfn)) }
    set { set(.control(.migratePfn), newValue) }
  }
  var freePfn: Pfn {
    get { read(.control(.freePfn)) }
    set { set(.control(.freePfn), newValue) }
  }
  var nrMigratepages: Int {
    get { read(.control(.nrMigratepages)) }
    set { set(.control(.nrMigratepages), newValue) }
  }
  var nrFreepages: Int { read(.control(.nrFreepages)) }
  /// Start of the block the last batch came from; 0 for none.
  var lastMigratedPfn: Pfn {
    get { read(.control(.lastMigratedPfn)) }
    set { set(.control(.lastMigratedPfn), newValue) }
  }
  var finishesPageblock: Bool {
    get { read(.control(.finishPageblock)) != 0 }
    set { set(.control(.finishPageblock), newValue ? 1 : 0) }
  }
  var contended: Bool { read(.control(.contended)) != 0 }
  /// One counter for both fast searches (model 5.3).
  var fastSearchFail: Int {
    get { read(.control(.fastSearchFail)) }
    set { set(.control(.fastSearchFail), newValue) }
  }
}
