import Simulation
import Words

extension Catalogue {
  /// What sets a run off, in a few words.
  func name(of trigger: Trigger) -> String {
    switch trigger {
    case .compactMemory: self("trigger.manual")
    case .compactMemoryTimes(let times): self("trigger.manual-times", ["count": .number(times)])
    case .proactive: self("trigger.proactive")
    case .hugePageFaults(let region): self("trigger.huge-page-faults", ["count": .number(region.faults)])
    case .hugePagePool(let pages): self("trigger.huge-page-pool", ["count": .number(pages)])
    case .allocations(let requests):
      self(
        requests.allSatisfy { $0.gfp == .highUserMovable }
          ? "trigger.allocations" : "trigger.allocations-with",
        [
          "count": .number(requests.count), "order": .number(requests.map(\.order).max() ?? 0),
          "flags": .text(requests.first?.gfp.traceText ?? ""),
        ])
    case .kcompactd(let order, _): self("trigger.kcompactd", ["order": .number(order)])
    case .contiguous(let request): self("trigger.contiguous", ["count": .number(request.count)])
    }
  }

  /// Who sets a run off, and in which mode it runs.
  func asker(of trigger: Trigger) -> String {
    switch trigger {
    case .compactMemory, .compactMemoryTimes: self("edit.by-hand")
    case .kcompactd: self("edit.by-kcompactd")
    case .allocations(let requests):
      self(requests.allSatisfy(\.gfp.mayWait) ? "edit.by-task" : "edit.by-task-at-once")
    case .proactive: self("edit.in-advance")
    case .contiguous(.pages): self("edit.by-driver")
    case .contiguous(.range(let range)):
      self(
        "edit.by-driver-range",
        ["start": .pfn(range.lowerBound), "end": .pfn(range.upperBound - 1)])
    case .hugePageFaults, .hugePagePool: name(of: trigger)
    }
  }
}
