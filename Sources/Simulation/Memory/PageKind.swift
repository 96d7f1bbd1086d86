/// What a page frame holds (model 1.4).
public enum PageKind: UInt8, CaseIterable, Sendable {
  /// No `struct page` stands for these addresses.
  case hole
  /// A `struct page` without memory behind it, beside memory in the same section.
  case unavailable
  /// Nothing: in a free block, on a per-CPU list, or in a scanner's hands.
  case free
  /// Taken at boot: never given to the page allocator.
  case reserved
  /// Kernel memory without a flag that tells what it is.
  case kernel
  case slab
  case pageTable
  /// Anonymous memory of a process.
  case anonymous
  /// Page cache of a file on disk.
  case file
  /// Shared memory and tmpfs: swap-backed page cache.
  case shmem
  /// A page of a driver that knows how to move it (zsmalloc, balloon).
  case movableOps
  case hugetlb

  /// Whether such pages live on an LRU list when nobody holds them.
  @inline(__always) public var isLRU: Bool {
    self == .anonymous || self == .file || self == .shmem
  }
}

/// What else is known of a used page. The raw values are the bits they have in a `Frame`.
public struct PageFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32
  @inline(__always) public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// On an LRU list.
  public static let lru = PageFlags(rawValue: 1 << 14)
  public static let dirty = PageFlags(rawValue: 1 << 15)
  public static let writeback = PageFlags(rawValue: 1 << 16)
  /// `mlock` and its like.
  public static let unevictable = PageFlags(rawValue: 1 << 17)
  /// Somebody holds an extra reference. An anonymous page shows it at isolation, a page with a mapping
  /// only when it is to be moved.
  public static let pinned = PageFlags(rawValue: 1 << 18)
  public static let active = PageFlags(rawValue: 1 << 19)
  /// First page of a compound page; the frame's order says how large.
  public static let head = PageFlags(rawValue: 1 << 20)
  /// Another page of a compound page.
  public static let tail = PageFlags(rawValue: 1 << 21)
  /// A page of a file system that cannot move dirty pages.
  public static let noMigrateCallback = PageFlags(rawValue: 1 << 22)
  /// Waits in a per-CPU folio batch for its place on an LRU list.
  public static let inBatch = PageFlags(rawValue: 1 << 23)
  /// Compound page that is a transparent or hugetlb huge page of the page table.
  public static let mappedHuge = PageFlags(rawValue: 1 << 24)
  public static let referenced = PageFlags(rawValue: 1 << 25)
  public static let swapBacked = PageFlags(rawValue: 1 << 26)
  /// Its mapping must not be touched by the kernel (guest memory).
  public static let inaccessible = PageFlags(rawValue: 1 << 27)

  static let all = PageFlags(rawValue: 0x0fff_c000)
}

/// Which of the kernel's lists a page is on.
public enum Place: UInt8, CaseIterable, Sendable {
  /// None of those below: in use, or inside a block whose first page is on one.
  case none
  /// Head of a block on a free list of the buddy allocator.
  case buddy
  /// Head of a block on a per-CPU list.
  case perCPU
  /// Taken by the migrate scanner, to be moved.
  case isolatedSource
  /// Head of a block taken by the free scanner and not handed out yet: held.
  case isolatedFree
  /// Handed out as the target of a source.
  case target
  /// Head of a block intercepted for the task that compacts.
  case captured
}
