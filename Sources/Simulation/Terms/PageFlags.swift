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
