import Simulation

/// What a page can be made to hold by hand.
public enum Paint: CaseIterable, Equatable, Sendable {
  case free
  /// Memory of a process, which can move.
  case anonymous
  /// Page cache, which can move.
  case file
  /// Memory of a process that somebody holds on to.
  case pinned
  /// Kernel memory, which nothing can move.
  case kernel

  func edit(_ pfn: Pfn) -> Edit {
    switch self {
    case .free: .release(pfn)
    case .anonymous: .occupy(pfn, .anonymous, [.lru, .swapBacked])
    case .file: .occupy(pfn, .file, .lru)
    case .pinned: .occupy(pfn, .anonymous, [.lru, .swapBacked, .pinned])
    case .kernel: .occupy(pfn, .kernel, [])
    }
  }

  /// Whether a page is so already.
  func isOn(_ pfn: Pfn, in memory: Memory) -> Bool {
    let frame = memory.frame(at: pfn)
    switch edit(pfn) {
    case .release: return memory.freeBlock(holding: pfn) != nil
    case .occupy(_, let kind, let flags): return frame.kind == kind && frame.flags == flags
    default: return false
    }
  }
}
