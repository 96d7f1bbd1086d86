/// Something that a person changes in a memory, at the start of a run or in the middle of it.
public enum Edit: Equatable, Sendable {
  /// A page holds something from now on.
  case occupy(Pfn, PageKind, PageFlags)
  /// A page in use becomes free.
  case release(Pfn)
  case setMigratetype(Migratetype, pageblockAt: Pfn)
  case setSkipHint(Bool, pageblockAt: Pfn)
  case setTunables(Tunables)
  /// A zone's watermarks from now on, as a write to `/proc/sys/vm/min_free_kbytes` leaves them.
  case setWatermarks(Watermarks, zone: Int)
  /// What is asked for is given up, as at a fatal signal to the task that asks, and something else is
  /// asked of this kernel.
  case restart(KernelVersion, Trigger)
}

extension Edit {
  /// How far it reaches.
  fileprivate var scope: EditScope {
    switch self {
    case .occupy, .release, .setMigratetype, .setSkipHint: .contents
    case .setTunables, .setWatermarks: .settings
    case .restart: .request
    }
  }
}

/// What edits reach at the most; the third number of a step that makes them.
public enum EditScope: Int, Sendable {
  /// What memory holds.
  case contents
  /// The rules for what is under way.
  case settings
  /// What is asked for.
  case request
}

/// Why an edit cannot be made.
public enum EditRefusal: Error, Equatable, Sendable {
  /// The page lies in a hole, outside of every zone, or is reserved.
  case notMemory(Pfn)
  /// A scanner, a per-CPU list or a larger page holds it.
  case held(Pfn)
  /// min ≤ low ≤ high, from 0 up to the zone's pages.
  case marksMustRise
}

/// An edit that can't be made, and why.
public struct ImpossibleEdit: Equatable, Sendable {
  public let edit: Edit
  public let refusal: EditRefusal
}

extension Memory {
  /// Whether an edit can be made in this state.
  public func check(_ edit: Edit) throws(EditRefusal) {
    switch edit {
    case .occupy(let pfn, _, _):
      try requireMemory(pfn)
      guard isFreeOnBuddyList(pfn) || isPlainUsed(pfn) else { throw .held(pfn) }
    case .release(let pfn):
      try requireMemory(pfn)
      guard isPlainUsed(pfn) || isFreeOnBuddyList(pfn) else { throw .held(pfn) }
    case .setMigratetype(_, let pfn), .setSkipHint(_, let pfn):
      guard zone(at: pfn) != nil else { throw .notMemory(pfn) }
    case .setWatermarks(let marks, let zone):
      guard zones.indices.contains(zone), 0 <= marks.min, marks.min <= marks.low, marks.low <= marks.high,
        marks.high <= zones[zone].layout.managed
      else { throw .marksMustRise }
    case .setTunables, .restart: break
    }
  }

  private func requireMemory(_ pfn: Pfn) throws(EditRefusal) {
    guard zone(at: pfn) != nil else { throw .notMemory(pfn) }
    switch frame(at: pfn).kind {
    case .hole, .unavailable, .reserved: throw .notMemory(pfn)
    default: break
    }
  }

  private func isPlainUsed(_ pfn: Pfn) -> Bool {
    let frame = frame(at: pfn)
    return frame.place == .none && frame.kind != .free && !frame.isCompound
  }

  private func isFreeOnBuddyList(_ pfn: Pfn) -> Bool { freeBlock(holding: pfn) != nil }

  /// The block on a free list that a page belongs to.
  public func freeBlock(holding pfn: Pfn) -> (pfn: Pfn, order: Order)? {
    for order in 0...scale.maxOrder {
      let start = pfn.start(ofOrder: order)
      guard contains(start) else { return nil }
      let frame = frame(at: start)
      if frame.isBuddy { return start + frame.order.pages > pfn ? (start, frame.order) : nil }
    }
    return nil
  }
}

extension Kernel {
  /// Makes edits that `Memory.check(_:)` lets pass; others do nothing, and are given back.
  @discardableResult
  func make(_ edits: [Edit]) -> [ImpossibleEdit] {
    var impossible: [ImpossibleEdit] = []
    for edit in edits {
      do throws(EditRefusal) {
        try memory.check(edit)
        carryOut(edit)
      } catch {
        impossible.append(ImpossibleEdit(edit: edit, refusal: error))
      }
    }
    note(.editMade, argument: edits.count, list: edits.map(\.scope.rawValue).max() ?? 0)
    return impossible
  }

  private func carryOut(_ edit: Edit) {
    switch edit {
    case .occupy(let pfn, let kind, let flags): occupy(pfn, Frame(kind, flags))
    case .release(let pfn): release(pfn)
    case .setMigratetype(let type, let pfn): retype(pageblockAt: pfn, type)
    case .setSkipHint(let skip, let pfn): setSkipHint(skip, at: pfn)
    case .setTunables(let new): tunables = new
    case .setWatermarks(let marks, let zone):
      for (field, pages) in marks.fields { set(.zone(zone, field), pages) }
    case .restart(let version, let trigger): follow(with: trigger, of: version)
    }
  }

  private func occupy(_ pfn: Pfn, _ frame: Frame) {
    if let block = memory.freeBlock(holding: pfn), let zone = memory.zone(at: pfn) {
      let type = memory.frame(at: block.pfn).listType
      takeOffFreeList(block.pfn, zone)
      var order = block.order
      var start = block.pfn
      while order > 0 {
        order -= 1
        let upper = start + order.pages
        let given = pfn < upper ? upper : start
        link(
          given, first: true, lists.free(zone: zone.index, order: order, type: type), place: .buddy,
          order: order, type: type)
        if pfn >= upper { start = upper }
      }
    }
    changeFrame(pfn, to: frame)
  }

  private func release(_ pfn: Pfn) {
    guard memory.frame(at: pfn).kind != .free, let zone = memory.zone(at: pfn) else { return }
    changeFrame(pfn, to: Frame(.free))
    freeToBuddy(pfn, order: 0, zone: zone, type: memory.migratetype(ofPageblockAt: pfn))
  }

  private func retype(pageblockAt pfn: Pfn, _ type: Migratetype) {
    guard let zone = memory.zone(at: pfn) else { return }
    setMigratetype(type, ofPageblockAt: pfn)
    moveFreeBlocks(ofPageblockAt: pfn, zone: zone, to: type)
  }
}
