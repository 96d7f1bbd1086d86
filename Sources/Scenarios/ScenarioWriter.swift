import Documents
import Simulation

/// Writes a memory as a scenario file that reads back as the same memory.
///
/// Pages in the hands of a run or on per-CPU lists have no place in a scenario: those to be moved are
/// written as the pages they are, all others as free.
public struct ScenarioWriter: Sendable {
  public var title: String
  public var kernel: KernelVersion
  public var trigger: Trigger

  public init(title: String, kernel: KernelVersion, trigger: Trigger) {
    self.title = title
    self.kernel = kernel
    self.trigger = trigger
  }

  /// Whether a scenario can name what sets the run off.
  public var canWrite: Bool { trigger.text != nil }

  /// The text of the file; nil for a trigger that a scenario can't name.
  public func text(_ memory: Memory) -> String? {
    guard let run = trigger.text else { return nil }
    var text = "title: \(Document.quoted(title))\n"
    text += "kernel: \"\(kernel)\"\n"
    text += "scale: \(memory.scale.isTeaching ? "teaching" : "kernel")\n"
    text += "cpus: \(memory.layout.cpus)\n"
    text += perCPULists(memory)
    text += list("zones", memory.zones.map { zone($0, memory) })
    text += pageblocks(memory)
    text += list("fill", fill(memory))
    text += list("free lists", freeLists(memory))
    let hints = memory.pageblockStarts.filter { memory.skipHint(at: $0) }
    if !hints.isEmpty { text += "skip hints: \(flow(hints.map(hex)))\n" }
    text += list("cached", cached(memory))
    let isolated = memory[.kernel(.isolatedElsewhere)]
    if isolated > 0 { text += "isolated elsewhere: \(isolated)\n" }
    return text + "run: {\(run)}\n"
  }

  // MARK: Layout

  private func perCPULists(_ memory: Memory) -> String {
    let layout = memory.layout
    guard layout.zones.contains(where: { $0.pageset != nil }) else { return "per-cpu lists: off\n" }
    let areKernels = memory.zones.allSatisfy { zone in
      zone.layout.pageset
        == PagesetSizes.kernels.layout(
          scale: layout.scale, managed: zone.layout.present, low: memory.watermarks(ofZone: zone.index).low,
          cpus: layout.cpus, kernel: kernel)
    }
    guard !areKernels, let sizes = layout.zones.lazy.compactMap(\.pageset).first else { return "" }
    return "per-cpu lists: {batch: \(sizes.batch), high: \(sizes.high)}\n"
  }

  private func zone(_ populated: Zone, _ memory: Memory) -> String {
    let zone = populated.layout
    let marks = memory.watermarks(ofZone: populated.index)
    var text = "name: \(zone.name), ranges: \(flow(zone.ranges.map(range)))"
    if zone.start != zone.ranges[0].lowerBound
      || zone.end != zone.ranges[zone.ranges.count - 1].upperBound + 1
    {
      text += ", span: \(hex(zone.start))-\(hex(zone.end - 1))"
    }
    text += ", watermarks: {min: \(marks.min), low: \(marks.low), high: \(marks.high)}"
    if !zone.lowmemReserve.isEmpty {
      let reserve = zone.lowmemReserve.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      text += ", lowmem reserve: {\(reserve.joined(separator: ", "))}"
    }
    return text
  }

  private func pageblocks(_ memory: Memory) -> String {
    var lines = ""
    for (name, type) in Migratetype.choices where type != .movable {
      let starts = memory.pageblockStarts.filter { memory.migratetype(ofPageblockAt: $0) == type }
      if !starts.isEmpty { lines += "  \(name): \(flow(starts.map(hex)))\n" }
    }
    return lines.isEmpty ? "" : "pageblocks:\n" + lines
  }

  // MARK: Pages

  private func fill(_ memory: Memory) -> [String] {
    var lines: [String] = []
    func add(_ kind: String, _ includes: (Frame) -> Bool) {
      let ranges = memory.ranges { includes(memory.frame(at: $0)) }
      if !ranges.isEmpty { lines.append("kind: \(kind), at: \(flow(ranges.map(range)))") }
    }
    // What has no name of its own is kernel memory: it can't move either.
    for (name, kind) in PageKind.choices {
      add(name) { $0.holdsPage && ($0.kind == kind || kind == .kernel && $0.kind == .hugetlb) }
    }
    let marks: KeyValuePairs<String, PageFlags> = [
      "pinned": .pinned, "unevictable": .unevictable, "dirty": .dirty, "writeback": .writeback,
    ]
    for (name, flag) in marks { add(name) { $0.holdsPage && $0.kind.isLRU && $0.flags.contains(flag) } }
    return lines
  }

  private func freeLists(_ memory: Memory) -> [String] {
    var lines: [String] = []
    for zone in memory.zones {
      for order in 0...memory.scale.maxOrder {
        for (name, type) in Migratetype.choices {
          let blocks = memory.freeList(zone: zone.index, order: order, type: type)
          guard !blocks.isEmpty else { continue }
          lines.append("order: \(order), type: \(name), at: \(flow(blocks.map(hex)))")
        }
      }
    }
    return lines
  }

  /// Cached positions, where they are not as at boot.
  private func cached(_ memory: Memory) -> [String] {
    let fresh = Memory(layout: memory.layout)
    let fields: KeyValuePairs<String, ZoneField> = [
      "migrate async": .cachedMigrateAsync, "migrate sync": .cachedMigrateSync, "free": .cachedFree,
    ]
    return memory.zones.compactMap { zone in
      let lines = fields.compactMap { name, field -> String? in
        let pfn = memory[.zone(zone.index, field)]
        guard pfn != fresh[.zone(zone.index, field)], pfn >= zone.start, pfn < zone.end else { return nil }
        return "\(name): \(hex(pfn))"
      }
      return lines.isEmpty ? nil : "zone: \(zone.name), " + lines.joined(separator: ", ")
    }
  }

  // MARK: YAML

  private func list(_ key: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\(key):\n" + lines.map { "  - {\($0)}\n" }.joined()
  }

  private func flow(_ values: [String]) -> String { "[\(values.joined(separator: ", "))]" }

  private func range(_ range: ClosedRange<Pfn>) -> String {
    range.count == 1 ? hex(range.lowerBound) : "\(hex(range.lowerBound))-\(hex(range.upperBound))"
  }

  private func hex(_ pfn: Pfn) -> String { "0x\(String(pfn, radix: 16))" }
}

extension Memory {
  /// The first pages of the pageblocks that zones lie in.
  fileprivate var pageblockStarts: [Pfn] {
    zones.flatMap { zone in
      Array(
        stride(
          from: zone.start / scale.pageblockPages * scale.pageblockPages, to: zone.end,
          by: scale.pageblockPages))
    }
  }

  /// The runs of present pages that are so.
  fileprivate func ranges(where includes: (Pfn) -> Bool) -> [ClosedRange<Pfn>] {
    var ranges: [ClosedRange<Pfn>] = []
    for pfn in layout.zones.flatMap(\.ranges).joined() where includes(pfn) {
      if let last = ranges.last, last.upperBound + 1 == pfn {
        ranges[ranges.count - 1] = last.lowerBound...pfn
      } else {
        ranges.append(pfn...pfn)
      }
    }
    return ranges
  }
}

extension Frame {
  /// Whether somebody's page is here, also one about to be moved; a target is still empty.
  fileprivate var holdsPage: Bool {
    switch place {
    case .none, .isolatedSource: kind != .free && kind != .hole && kind != .unavailable
    case .buddy, .perCPU, .isolatedFree, .target, .captured: false
    }
  }
}
