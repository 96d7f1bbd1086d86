import Simulation
import Stage
import Words

/// What a memory says of its pages, blocks, pageblocks and zones, in words.
struct FactLines {
  let memory: Memory
  let words: Catalogue

  private func fact(_ name: String, _ value: String) -> Inspector.Line {
    .fact(name: words("inspector.\(name)"), value: value)
  }
  private func text(_ key: String, _ values: [String: Value] = [:]) -> String {
    words("inspector.\(key)", values)
  }
  private func section(_ key: String, _ values: [String: Value]) -> Inspector.Line {
    .section(text(key, values))
  }

  // MARK: Page

  /// - Parameter history: what happens to what is in it, if that is known.
  /// - Parameter step: the present one.
  func page(_ pfn: Pfn, _ history: [PageHistoryEntry]?, atStep step: Int) -> [Inspector.Line] {
    let since = history?.last { $0.step <= step }?.step
    let frame = memory.frame(at: pfn)
    let flags = PageFlags.named.filter { frame.flags.contains($0.flag) }.map { words("flag.\($0.name)") }
    return [
      fact("address", words.numerals.pfn(pfn * 4096)),
      fact("kind", words("kind.\(frame.kind)")),
      fact("flags", flags.isEmpty ? text("no-flags") : flags.joined(separator: ", ")),
      fact("list", list(of: pfn, frame)),
      fact(
        "since",
        since.map { text("since-step", ["step": .number($0)]) }
          ?? text(history == nil ? "since-sought" : "since-start")),
    ]
  }

  private func list(of pfn: Pfn, _ frame: Frame) -> String {
    let values: [String: Value] = [
      "order": .number(frame.order), "type": .text(words("migratetype.\(frame.listType).name")),
    ]
    switch frame.place {
    case .none: break
    case .buddy, .perCPU, .isolatedSource, .isolatedFree, .target, .captured:
      return words("place.\(frame.place)", values)
    }
    if let block = memory.freeBlock(holding: pfn) {
      return words("place.inside-free", ["pfn": .pfn(block.pfn)])
    }
    if frame.flags.contains(.unevictable) { return words("place.unevictable") }
    if frame.flags.contains(.lru) {
      return words(frame.flags.contains(.active) ? "place.active" : "place.inactive")
    }
    return words("place.no-list")
  }

  // MARK: Free block

  /// The free block that a page belongs to; nothing for a page in use.
  func freeBlock(holding pfn: Pfn) -> [Inspector.Line] {
    guard let block = memory.freeBlock(holding: pfn), let zone = memory.zone(at: block.pfn) else { return [] }
    var lines = [
      section("free-block", ["pfn": .pfn(block.pfn)]),
      fact(
        "order",
        text("order-size", ["order": .number(block.order), "size": .bytes(4096 << block.order)])),
    ]
    guard block.order < memory.scale.maxOrder else {
      return lines + [fact("buddy", text("buddy-largest"))]
    }
    let buddy = block.pfn ^ (1 << block.order)
    lines.append(fact("buddy", words.numerals.pfn(buddy)))
    lines.append(fact("merges", merging(buddy, order: block.order, zone)))
    return lines
  }

  /// Why a buddy keeps a block from merging.
  private func merging(_ buddy: Pfn, order: Order, _ zone: Zone) -> String {
    guard buddy >= zone.start, buddy + (1 << order) <= zone.end else { return text("merge-outside") }
    let frame = memory.frame(at: buddy)
    switch frame.place {
    case .perCPU: return text("merge-per-cpu")
    case .isolatedFree, .target, .isolatedSource, .captured: return text("merge-held")
    case .buddy where frame.order < order: return text("merge-smaller", ["order": .number(frame.order)])
    case .buddy: return text("merge-could")
    case .none where frame.kind == .free: return text("merge-held")
    case .none: return frame.kind == .reserved ? text("merge-reserved") : text("merge-used")
    }
  }

  // MARK: Pageblock

  func pageblock(at pfn: Pfn) -> [Inspector.Line] {
    let start = pfn.start(ofOrder: memory.scale.pageblockOrder)
    let summary = PageblockSummary(of: memory, at: start)
    let pages = start..<min(start + memory.scale.pageblockPages, memory.end)
    let listed = memory.pagesOnCPULists(in: pages)
    let largest =
      summary.largestFree < 0
      ? text("nothing-free") : words.numerals.number(Int(summary.largestFree))
    return [
      fact("migratetype", words("migratetype.\(memory.migratetype(ofPageblockAt: start)).name")),
      fact("skip-hint", text(memory.skipHint(at: start) ? "is-set" : "not-set")),
      fact(
        "free-pages",
        text("part", ["count": .number(Int(summary.free)), "total": .number(Int(summary.present))])),
    ] + (listed > 0 ? [fact("on-cpu-lists", words.numerals.number(listed))] : []) + [
      fact("largest", largest)
    ]
  }

  func pageblockHeading(at pfn: Pfn) -> Inspector.Line {
    section("pageblock", ["pfn": .pfn(pfn.start(ofOrder: memory.scale.pageblockOrder))])
  }

  // MARK: Zone

  func zone(at pfn: Pfn) -> [Inspector.Line] {
    guard let zone = memory.zone(at: pfn) else { return [] }
    func figure(_ field: ZoneField) -> Int { memory[.zone(zone.index, field)] }
    let marks = memory.watermarks(ofZone: zone.index)
    return [
      section("zone", ["zone": .text(zone.name.description)]),
      fact(
        "watermarks",
        text(
          "watermark-figures",
          ["min": .number(marks.min), "low": .number(marks.low), "high": .number(marks.high)])),
      fact("free-pages", words.numerals.number(figure(.freePages))),
    ] + remembered(by: zone).map { .fact(name: $0.name, value: $0.value) }
  }

  /// What a zone remembers of earlier runs.
  func remembered(by zone: Zone) -> [ControlFact] {
    func figure(_ field: ZoneField) -> Int { memory[.zone(zone.index, field)] }
    func fact(_ name: String, _ value: String) -> ControlFact {
      ControlFact(name: text(name), value: value)
    }
    let tries = 1 << figure(.deferShift)
    let deferral =
      figure(.deferShift) == 0
      ? text("not-deferred")
      : text(
        "deferred",
        [
          "considered": .number(figure(.considered)), "limit": .number(tries),
          "order": .number(figure(.orderFailed)),
        ])
    return [
      fact(
        "cached-migrate",
        text(
          "two-pfns",
          ["one": .pfn(figure(.cachedMigrateAsync)), "other": .pfn(figure(.cachedMigrateSync))])),
      fact("cached-free", words.numerals.pfn(figure(.cachedFree))),
      fact("deferral", deferral),
    ]
  }

  // MARK: The run

  /// `struct compact_control` of the run in its zone.
  func control() -> [ControlFact] {
    let facts = MemoryReading(memory)
    func fact(_ name: String, _ value: String) -> ControlFact {
      ControlFact(name: text(name), value: value)
    }
    guard facts.migrate != nil else { return [] }
    let mode = MigrateMode(rawValue: facts[.mode]) ?? .sync
    let type = Migratetype(rawValue: UInt8(clamping: facts[.migratetype])) ?? .movable
    let order = facts[.order]
    return [
      fact("mode", mode.traceName),
      fact("order", order < 0 ? text("order-whole-zone") : words.numerals.number(order)),
      fact("migratetype", words("migratetype.\(type).name")),
      fact("skip-hints", skipHints(in: facts.zone)),
    ] + remembered(by: facts.zone)
  }

  private func skipHints(in zone: Zone) -> String {
    let pages = memory.scale.pageblockPages
    let starts = stride(from: zone.start / pages * pages, to: zone.end, by: pages)
    let (set, all) = starts.reduce((0, 0)) { ($0.0 + (memory.skipHint(at: $1) ? 1 : 0), $0.1 + 1) }
    return text("part", ["count": .number(set), "total": .number(all)])
  }
}

extension PageFlags {
  /// The flags that the inspector names, and the ends of their keys in the catalogue.
  fileprivate static let named: [(flag: PageFlags, name: String)] = [
    (.lru, "lru"), (.active, "active"), (.referenced, "referenced"), (.dirty, "dirty"),
    (.writeback, "writeback"), (.unevictable, "unevictable"), (.pinned, "pinned"), (.head, "head"),
    (.tail, "tail"), (.mappedHuge, "mapped-huge"), (.swapBacked, "swap-backed"), (.inBatch, "in-batch"),
    (.noMigrateCallback, "no-migrate-callback"), (.inaccessible, "inaccessible"),
  ]
}
