import Simulation
import Stage
import Words

/// What is said while editing: what was done, and why something can't be.
struct EditWords {
  let words: Catalogue

  // MARK: Done

  /// - Parameter wanted: how many were to be made; those that can't be are said as well.
  func done(_ edits: [Edit], of wanted: Int = 1) -> String {
    if edits.count < wanted {
      return words(
        "edit.painted-some", ["count": .number(edits.count), "total": .number(wanted)])
    }
    guard edits.count == 1, let edit = edits.first else {
      return words("edit.painted-pages", ["count": .number(edits.count)])
    }
    switch edit {
    case .release(let pfn): return words("edit.freed", ["pfn": .pfn(pfn)])
    case .occupy(let pfn, let kind, let flags):
      let look = flags.contains(.pinned) ? words("page.pinned") : words("kind.\(kind)")
      return words("edit.painted", ["pfn": .pfn(pfn), "what": .text(look)])
    case .setMigratetype(let type, let pfn):
      return words(
        "edit.retyped", ["pfn": .pfn(pfn), "type": .text(words("migratetype.\(type).name"))])
    case .setSkipHint, .setTunables, .setWatermarks, .restart: return ""
    }
  }

  // MARK: Refused

  func refusal(_ refusal: EditRefusal, in memory: Memory) -> String {
    switch refusal {
    case .notMemory(let pfn):
      let isReserved = memory.zone(at: pfn) != nil && memory.frame(at: pfn).kind == .reserved
      return words(isReserved ? "edit.reserved" : "edit.no-memory", ["pfn": .pfn(pfn)])
    case .marksMustRise: return words("edit.marks-must-rise")
    case .held(let pfn): return words(key(ofHolderOf: memory.frame(at: pfn)), ["pfn": .pfn(pfn)])
    }
  }

  private func key(ofHolderOf frame: Frame) -> String {
    switch frame.place {
    case .isolatedSource: "edit.held-source"
    case .isolatedFree, .target: "edit.held-target"
    case .captured: "edit.held-captured"
    case .perCPU: "edit.held-per-cpu"
    case .none, .buddy: !frame.flags.isDisjoint(with: [.head, .tail]) ? "edit.held-folio" : "edit.held"
    }
  }

  func refusal(_ refusal: RunSettings.Refusal) -> String {
    switch refusal {
    case .lastVersion: words("edit.last-version")
    case .noOrder: words("edit.no-order")
    case .orderEnds(let order): words("edit.order-ends", ["order": .number(order)])
    case .marksMustRise: words("edit.marks-must-rise")
    case .otherTrigger: words("edit.no-other-trigger")
    }
  }

  // MARK: Settings

  func name(_ row: RunSettings.Row) -> String { words("edit.\(row)") }

  func value(_ row: RunSettings.Row, of settings: RunSettings, zone: Int) -> String {
    let marks = settings.watermarks[zone]
    return switch row {
    case .version: words("edit.linux", ["version": .text(settings.version.description)])
    case .trigger: words.asker(of: settings.trigger)
    case .order where settings.trigger.pagesInARow != nil:
      words("edit.pages-in-a-row", ["count": .number(settings.trigger.pagesInARow ?? 0)])
    case .order:
      settings.trigger.order.map { words.numerals.number($0) } ?? words("inspector.order-whole-zone")
    case .min: words.numerals.number(marks.min)
    case .low: words.numerals.number(marks.low)
    case .high: words.numerals.number(marks.high)
    }
  }
}

extension Trigger {
  /// How many a driver asks for; nil where it is none who asks.
  fileprivate var pagesInARow: Int? { if case .contiguous(let request) = self { request.count } else { nil } }
}
