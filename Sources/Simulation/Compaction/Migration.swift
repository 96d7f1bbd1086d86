/// How moving a batch went.
enum MigrationOutcome { case allMoved, someFailed, noTargets }

/// Moving a batch of isolated pages (model 7, `migrate_pages`).
extension Kernel {
  /// Moves the pages on the list of sources to targets of the free scanner.
  func migratePages(_ zone: Zone) -> MigrationOutcome {
    let sources = memory.pages(on: migratePages)
    let pages = sources.reduce(0) { $0 + sourceOrder($1).pages }
    let outOfTargets =
      version.migratesInBatches
      ? migrateInBatch(zone, sources) : migrateOneByOne(zone, sources)
    let (moved, failed) = (read(.batchMoved), read(.batchFailed))
    // The batch is over: vmstat has its figures from here on.
    set(.batchMoved, 0)
    set(.batchFailed, 0)
    add(moved, to: .vmstat(.pgmigrateSuccess))
    add(moved, to: .vmstat(.pgfree))
    add(failed, to: .vmstat(.pgmigrateFail))
    trace(.migratePages(succeeded: moved, failed: failed, mode: control.mode))
    trace(.migratepages(migrated: moved, failed: pages - moved))
    if outOfTargets { return .noTargets }
    return moved == pages ? .allMoved : .someFailed
  }

  @inline(__always) private func sourceOrder(_ pfn: Pfn) -> Order {
    let frame = memory.frame(at: pfn)
    return frame.has(.head) ? frame.order : 0
  }

  // MARK: All of a batch at once (6.12)

  /// First the whole batch without waiting, then, where the mode may wait, each page left on its own.
  /// - Returns: whether the targets ran out.
  private func migrateInBatch(_ zone: Zone, _ sources: [Pfn]) -> Bool {
    let waits = control.mode > .async
    var pieces: [Pfn] = []
    let first = unmapAndMove(zone, sources, mode: .async, pieces: &pieces)
    if first.outOfTargets || !waits { add(first.failed, to: .batchFailed) }
    if first.outOfTargets { return true }
    for source in waits ? first.left : [] {
      let alone = unmapAndMove(zone, [source], mode: control.mode, pieces: &pieces)
      add(alone.failed, to: .batchFailed)
      if alone.outOfTargets { return true }
    }
    migratePieces(zone, pieces)
    return false
  }

  /// Unmaps every page of a list, then copies them one after the other.
  private func unmapAndMove(
    _ zone: Zone, _ sources: [Pfn], mode: MigrateMode, pieces: inout [Pfn]
  ) -> (left: [Pfn], failed: Int, outOfTargets: Bool) {
    var unmapped: [(source: Pfn, target: Pfn)] = []
    unmapped.reserveCapacity(sources.count)
    var left: [Pfn] = []
    var outOfTargets = false
    var failed = 0
    for source in sources {
      let order = sourceOrder(source)
      guard let target = takeTarget(order: order, zone: zone) else {
        if order > 0 {
          pieces += split(source, order: order)
          continue
        }
        note(.noTargetLeft, .page(source))
        outOfTargets = true
        failed += order.pages
        break
      }
      if isRefusedAtUnmap(source, mode: mode) {
        returnTarget(target, order: order)
        note(.moveRefused, .page(source))
        left.append(source)
        continue
      }
      note(.unmapsPage, .move(source: source, target: target))
      unmapped.append((source, target))
    }
    if let first = unmapped.first {
      let pages = unmapped.reduce(0) { $0 + sourceOrder($1.source).pages }
      note(.flushesTLB, .pages(at: first.source, count: pages))
    }
    var stuck: [(source: Pfn, target: Pfn)] = []
    for pair in unmapped {
      if canMove(pair.source, mode: mode) {
        move(pair.source, to: pair.target, zone: zone)
      } else {
        note(.moveFails, .move(source: pair.source, target: pair.target))
        stuck.append(pair)
      }
    }
    for pair in stuck { returnTarget(pair.target, order: sourceOrder(pair.source)) }
    left += stuck.map(\.source)
    failed += left.reduce(0) { $0 + sourceOrder($1).pages }
    return (left, failed, outOfTargets)
  }

  /// Cuts a large folio that found no target of its size into single pages (model 5.4).
  /// - Returns: the pages in the order in which they are tried: the last one first, down to the second, then
  ///   the first.
  private func split(_ source: Pfn, order: Order) -> [Pfn] {
    let pieces = source..<source + order.pages
    let flags = memory.frame(at: source).flags.subtracting(.head)
    unlink(source, migratePages)
    for piece in pieces {
      let frame = Frame(memory.frame(at: piece).kind, flags)
      changeFrame(piece, to: frame, piece == source ? .splitsFolio : .none)
      link(piece, first: false, migratePages, place: .isolatedSource)
    }
    return pieces.dropFirst().reversed() + [source]
  }

  /// The pieces of split folios get one attempt that does not wait, when the rest of the batch is done; what fails
  /// stays where it is (model 7.2). A batch that ran out of targets leaves them alone.
  private func migratePieces(_ zone: Zone, _ pieces: [Pfn]) {
    guard !pieces.isEmpty else { return }
    var none: [Pfn] = []
    let result = unmapAndMove(zone, pieces, mode: .async, pieces: &none)
    add(result.failed, to: .batchFailed)
  }

  // MARK: One page after the other (6.1)

  /// Up to ten passes over the list; a page that fails gives its target back and takes one anew in the
  /// next pass.
  /// - Returns: whether the targets ran out.
  private func migrateOneByOne(_ zone: Zone, _ sources: [Pfn]) -> Bool {
    var left = sources
    for pass in 0..<10 where !left.isEmpty {
      let mayWait = pass > 2
      var again: [Pfn] = []
      for source in left {
        guard let target = takeTarget(order: 0, zone: zone) else {
          note(.noTargetLeft, .page(source))
          add(1 + again.count, to: .batchFailed)
          return true
        }
        if isRefusedAtUnmap(source, mode: mayWait ? control.mode : min(control.mode, .syncLight)) {
          returnTarget(target, order: 0)
          note(.moveRefused, .page(source))
          if control.mode == .sync, !mayWait {
            again.append(source)
          } else {
            add(1, to: .batchFailed)
          }
          continue
        }
        note(.unmapsPage, .move(source: source, target: target))
        if canMove(source, mode: control.mode) {
          move(source, to: target, zone: zone)
        } else {
          note(.moveFails, .move(source: source, target: target))
          returnTarget(target, order: 0)
          again.append(source)
        }
      }
      left = again
    }
    add(left.count, to: .batchFailed)
    return false
  }

  // MARK: One page

  /// Whether a page is turned down before it is unmapped: only SYNC waits for writeback.
  private func isRefusedAtUnmap(_ pfn: Pfn, mode: MigrateMode) -> Bool {
    memory.frame(at: pfn).has(.writeback) && mode < .sync
  }

  /// Whether the copy can take place: somebody else's reference makes it fail, and a dirty page whose
  /// file system has no callback moves only after it was written out.
  private func canMove(_ pfn: Pfn, mode: MigrateMode) -> Bool {
    let frame = memory.frame(at: pfn)
    if frame.has(.pinned) { return false }
    if frame.has(.dirty), frame.has(.noMigrateCallback), frame.kind != .anonymous {
      return mode == .sync && version.writesOutDirtyPages
    }
    return true
  }

  /// Copies a page, points its page tables to the copy, and frees the old frame.
  private func move(_ source: Pfn, to target: Pfn, zone: Zone) {
    let order = sourceOrder(source)
    if order == 0, memory.first(of: migratePages) == source,
      memory.first(of: targets) == target
    {
      make(
        Change(.moveFirst, .movesPage, frame: source, argument: UInt32(truncatingIfNeeded: target)))
    } else {
      unlink(source, migratePages)
      unlink(target, targets)
      if order > 0 { changeFrame(target, to: withOrder(order, target)) }
      add(order.pages, to: .batchMoved)
      make(
        Change(
          .move, .movesPage, list: UInt16(truncatingIfNeeded: order), frame: source,
          argument: UInt32(truncatingIfNeeded: target)))
    }
    let moved = memory.frame(at: target)
    if moved.has(.writeback) || moved.has(.dirty) && moved.has(.noMigrateCallback) {
      changeFrame(target, to: writtenOut(moved))
    }
    free(source, order: order, zone: zone)
  }

  private func withOrder(_ order: Order, _ pfn: Pfn) -> Frame {
    Frame(bits: memory.frame(at: pfn).bits & ~Frame.orderMask | Frame.orderBits(order))
  }

  private func writtenOut(_ frame: Frame) -> Frame {
    Frame(bits: frame.bits & ~(PageFlags.writeback.rawValue | PageFlags.dirty.rawValue))
  }
}
