import Simulation
import Words

extension Catalogue {
  /// What sets a run off, in a few words.
  func name(of trigger: Trigger) -> String {
    switch trigger {
    case .compactMemory: self("trigger.manual")
    case .proactive: self("trigger.proactive")
    case .hugePageFaults(let megabytes): self("trigger.huge-page-faults", ["size": .bytes(megabytes << 20)])
    case .hugePagePool(let pages): self("trigger.huge-page-pool", ["count": .number(pages)])
    case .allocations(let requests):
      self(
        "trigger.allocations",
        ["count": .number(requests.count), "order": .number(requests.map(\.order).max() ?? 0)])
    case .kcompactd(let order, _): self("trigger.kcompactd", ["order": .number(order)])
    case .contiguous(let range): self("trigger.contiguous", ["count": .number(range.count)])
    }
  }

  /// Who sets a run off, and in which mode it runs.
  func asker(of trigger: Trigger) -> String {
    switch trigger {
    case .compactMemory: self("edit.by-hand")
    case .kcompactd: self("edit.by-kcompactd")
    case .allocations: self("edit.by-task")
    case .proactive: self("edit.in-advance")
    case .hugePageFaults, .hugePagePool, .contiguous: name(of: trigger)
    }
  }
}
