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
  var scope: EditScope {
    switch self {
    case .occupy, .release, .setMigratetype, .setSkipHint: .contents
    case .setTunables, .setWatermarks: .settings
    case .restart: .request
    }
  }
}

/// What edits reach at the most.
public enum EditScope: Int, Comparable, Sendable {
  /// What memory holds.
  case contents
  /// The rules for what is under way.
  case settings
  /// What is asked for.
  case request

  public static func < (a: EditScope, b: EditScope) -> Bool { a.rawValue < b.rawValue }
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
