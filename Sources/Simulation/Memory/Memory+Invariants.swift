/// A state that cannot be: what was found where.
public struct InvariantViolation: Error, Equatable, CustomStringConvertible, Sendable {
  public let description: String
}

/// The pages that were come across.
private struct Seen {
  private let first: Pfn
  private var isSeen: [Bool]
  init(pages: Range<Pfn>) {
    first = pages.lowerBound
    isSeen = [Bool](repeating: false, count: pages.count)
  }
  /// - Returns: whether the page was not seen before.
  mutating func insert(_ pfn: Pfn) -> Bool {
    defer { isSeen[pfn - first] = true }
    return !isSeen[pfn - first]
  }
}

extension Memory {
  /// Checks all that must hold between any two changes of a run (model 14.1): lists are well linked and
  /// as long as counted, free blocks are aligned and apart from each other, counters equal lists, and
  /// buddies that may merge have merged.
  public func checkInvariants() throws(InvariantViolation) {
    var seen = Seen(pages: base..<end)
    for zone in zones {
      var free = 0
      for order in 0...scale.maxOrder {
        for type in Migratetype.allCases {
          let list = lists.free(zone: zone.index, order: order, type: type)
          for pfn in try check(list, place: .buddy, what: "free list \(zone.name)/\(order)/\(type)") {
            try checkBlock(pfn, order: order, zone: zone, seen: &seen)
            try checkMerged(pfn, order: order, zone: zone)
            free += order.pages
          }
        }
      }
      try require(
        self[.zone(zone.index, .freePages)] == free,
        "zone \(zone.name) counts \(self[.zone(zone.index, .freePages)]) free pages and lists \(free)")
      for cpu in 0..<layout.cpus {
        var count = 0
        for index in 0..<PageListMap.perCPUSetLists {
          let list = lists.perCPU(zone: zone.index, cpu: cpu, index: index)
          for pfn in try check(list, place: .perCPU, what: "per-CPU list \(zone.name)/\(cpu)/\(index)") {
            try checkBlock(pfn, order: perCPUOrder(ofList: index), zone: zone, seen: &seen)
            count += perCPUOrder(ofList: index).pages
          }
        }
        let counted = self[pagesetRegister(zone: zone.index, cpu: cpu, .count)]
        try require(counted == count, "CPU \(cpu) counts \(counted) pages on its lists of \(count)")
      }
    }
    for cpu in 0..<layout.cpus {
      for pfn in try check(lists.folioBatch(cpu: cpu), place: .none, what: "folio batch of CPU \(cpu)") {
        try require(frame(at: pfn).has(.inBatch), "page 0x\(hex(pfn)) is in a batch and marked otherwise")
      }
    }
    for run in RunSlot.all { try checkLists(of: run, seen: &seen) }
  }

  private func checkLists(of run: RunSlot, seen: inout Seen) throws(InvariantViolation) {
    for order in 0...scale.maxOrder {
      for pfn in try check(
        lists.freePages(order: order, of: run), place: .isolatedFree, what: "held pages")
      {
        guard let zone = zone(at: pfn) else { throw violation("held block 0x\(hex(pfn)) has no zone") }
        try checkBlock(pfn, order: order, zone: zone, seen: &seen)
      }
    }
    for pfn in try check(lists.migratePages(of: run), place: .isolatedSource, what: "list of sources") {
      try require(
        frame(at: pfn).kind != .free && seen.insert(pfn), "source 0x\(hex(pfn)) is free")
    }
    for pfn in try check(lists.targets(of: run), place: .target, what: "list of targets") {
      try require(frame(at: pfn).kind == .free, "target 0x\(hex(pfn)) is in use")
    }
    _ = try check(lists.captured(of: run), place: .captured, what: "captured page")
  }

  /// How many pages hold what: constant over a run, since compaction neither makes nor loses pages.
  public var census: [PageKind: Int] {
    var counts = [Int](repeating: 0, count: PageKind.allCases.count)
    for pfn in base..<end { counts[Int(frame(at: pfn).kind.rawValue)] += 1 }
    return Dictionary(uniqueKeysWithValues: PageKind.allCases.map { ($0, counts[Int($0.rawValue)]) })
  }

  private func check(
    _ list: PageList, place: Place, what: @autoclosure () -> String
  ) throws(InvariantViolation) -> [Pfn] {
    let pages = pages(on: list)
    try require(pages.count == length(of: list), "\(what()) is \(pages.count) long, not \(length(of: list))")
    try require(pages.last == last(of: list), "\(what()) ends elsewhere than its head says")
    var before: Pfn?
    for pfn in pages {
      try require(previous(before: pfn) == before, "\(what()) is not linked back at 0x\(hex(pfn))")
      try require(frame(at: pfn).place == place, "0x\(hex(pfn)) is on the \(what()) but marked otherwise")
      before = pfn
    }
    return pages
  }

  private func checkBlock(
    _ pfn: Pfn, order: Order, zone: Zone, seen: inout Seen
  ) throws(InvariantViolation) {
    try require(pfn.isAligned(toOrder: order), "block 0x\(hex(pfn)) is not aligned to order \(order)")
    try require(
      zone.contains(pfn) && zone.contains(pfn + order.pages - 1), "block 0x\(hex(pfn)) leaves its zone")
    try require(frame(at: pfn).order == order, "block 0x\(hex(pfn)) is marked with another order")
    for page in pfn..<pfn + order.pages {
      try require(seen.insert(page), "page 0x\(hex(page)) is on two lists")
      try require(frame(at: page).kind == .free, "page 0x\(hex(page)) is in use and in a free block")
      try require(
        page == pfn || frame(at: page).place == .none, "page 0x\(hex(page)) heads a block in a block")
    }
  }

  private func checkMerged(_ pfn: Pfn, order: Order, zone: Zone) throws(InvariantViolation) {
    let buddy = pfn ^ order.pages
    guard order < scale.pageblockOrder, zone.contains(buddy) else { return }
    try require(
      !frame(at: buddy).isBuddy(order: order), "0x\(hex(pfn)) and its buddy of order \(order) are both free")
  }

  private func require(_ holds: Bool, _ message: @autoclosure () -> String) throws(InvariantViolation) {
    if !holds { throw violation(message()) }
  }
  private func violation(_ message: String) -> InvariantViolation {
    InvariantViolation(description: message)
  }
  private func hex(_ pfn: Pfn) -> String { String(pfn, radix: 16) }
}
