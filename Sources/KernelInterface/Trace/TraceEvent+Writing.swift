extension TraceEvent {
  /// Appends the name, “: ” and the fields, as the kernel prints them.
  public func write(to output: inout TextOutput) {
    output.text(name)
    output.text(": ")
    switch self {
    case .compactionBegin(let bounds): bounds.write(to: &output)
    case .compactionEnd(let bounds, let status):
      bounds.write(to: &output)
      output.text(" status=")
      output.text(status.text)
    case .isolateMigratepages(let range), .isolateFreepages(let range), .fastIsolateFreepages(let range):
      if let start = range.start, let end = range.end {
        output.field("range=(0x", hexadecimal: start)
        output.field(" ~ 0x", hexadecimal: end)
        output.text(") ")
      }
      output.field("nr_scanned=", range.scanned)
      output.field(" nr_taken=", range.taken)
    case .migratepages(let migrated, let failed):
      output.field("nr_migrated=", migrated)
      output.field(" nr_failed=", failed)
    case .tryToCompactPages(let order, let gfpMask, let priority):
      output.field("order=", order)
      output.text(" gfp_mask=\(gfpMask)")
      output.field(" priority=", priority)
    case .finished(let verdict), .suitable(let verdict):
      output.field("node=", verdict.node)
      output.zone(" zone=", verdict.zone)
      output.field(" order=", verdict.order)
      output.text(" ret=")
      output.text(verdict.status.text)
    case .deferred(let deferral), .deferCompaction(let deferral), .deferReset(let deferral):
      deferral.write(to: &output)
    case .kcompactdSleep(let node): output.field("nid=", node)
    case .wakeupKcompactd(let node, let order, let zone), .kcompactdWake(let node, let order, let zone):
      output.field("nid=", node)
      output.field(" order=", order)
      output.zone(" classzone_idx=", zone)
    case .migratePages(let result): result.write(to: &output)
    case .migratePagesStart(let mode, let reason): output.text("mode=\(mode) reason=\(reason)")
    case .allocExtfrag(let fallback): fallback.write(to: &output)
    case .mark(let text): output.text(text)
    case .other(_, let fields): output.text(fields)
    }
  }
}

extension TraceEvent.CompactionBounds {
  fileprivate func write(to output: inout TextOutput) {
    output.field("zone_start=0x", hexadecimal: zoneStart)
    output.field(" migrate_pfn=0x", hexadecimal: migratePFN)
    output.field(" free_pfn=0x", hexadecimal: freePFN)
    output.field(" zone_end=0x", hexadecimal: zoneEnd)
    if let sync { output.text(sync ? ", mode=sync" : ", mode=async") }
  }
}

extension TraceEvent.Deferral {
  fileprivate func write(to output: inout TextOutput) {
    output.field("node=", node)
    output.zone(" zone=", zone)
    output.field(" order=", order)
    output.field(" order_failed=", orderFailed)
    output.field(" consider=", considered)
    output.field(" limit=", limit)
  }
}

extension TraceEvent.MigrateResult {
  fileprivate func write(to output: inout TextOutput) {
    output.field("nr_succeeded=", succeeded)
    output.field(" nr_failed=", failed)
    if let thp {
      output.field(" nr_thp_succeeded=", thp.succeeded)
      output.field(" nr_thp_failed=", thp.failed)
      output.field(" nr_thp_split=", thp.split)
    }
    if let split { output.field(" nr_split=", split) }
    output.text(" mode=\(mode) reason=\(reason)")
  }
}

extension TraceEvent.Fallback {
  fileprivate func write(to output: inout TextOutput) {
    output.text("page=\(page)")
    output.field(" pfn=0x", hexadecimal: pfn)
    output.field(" alloc_order=", allocOrder)
    output.field(" fallback_order=", fallbackOrder)
    output.field(" pageblock_order=", pageblockOrder)
    output.field(" alloc_migratetype=", allocMigratetype)
    output.field(" fallback_migratetype=", fallbackMigratetype)
    output.field(" fragmenting=", fragmenting)
    output.field(" change_ownership=", changeOwnership)
  }
}

extension TextOutput {
  fileprivate mutating func field(_ label: String, _ value: Int) {
    text(label)
    decimal(value)
  }

  fileprivate mutating func field(_ label: String, hexadecimal value: Int) {
    text(label)
    hexadecimal(UInt64(bitPattern: Int64(value)))
  }

  fileprivate mutating func zone(_ label: String, _ zone: String) {
    text(label)
    left(zone, 8)
  }
}
