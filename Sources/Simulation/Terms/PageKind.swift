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
