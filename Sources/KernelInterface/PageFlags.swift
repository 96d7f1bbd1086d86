/// The flags of one page in `/proc/kpageflags` (model 10.2).
public struct PageFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  public static let locked = PageFlags(bit: 0)
  public static let error = PageFlags(bit: 1)
  public static let referenced = PageFlags(bit: 2)
  public static let uptodate = PageFlags(bit: 3)
  public static let dirty = PageFlags(bit: 4)
  public static let lru = PageFlags(bit: 5)
  public static let active = PageFlags(bit: 6)
  public static let slab = PageFlags(bit: 7)
  public static let writeback = PageFlags(bit: 8)
  public static let reclaim = PageFlags(bit: 9)
  /// On every page of a free block, not only on its first.
  public static let buddy = PageFlags(bit: 10)
  public static let mmap = PageFlags(bit: 11)
  public static let anon = PageFlags(bit: 12)
  public static let swapcache = PageFlags(bit: 13)
  public static let swapbacked = PageFlags(bit: 14)
  public static let compoundHead = PageFlags(bit: 15)
  public static let compoundTail = PageFlags(bit: 16)
  public static let huge = PageFlags(bit: 17)
  public static let unevictable = PageFlags(bit: 18)
  public static let hwpoison = PageFlags(bit: 19)
  public static let nopage = PageFlags(bit: 20)
  public static let ksm = PageFlags(bit: 21)
  /// 6.1: a compound page on an LRU or anonymous; 6.12: any large folio that can be mapped.
  public static let thp = PageFlags(bit: 22)
  public static let offline = PageFlags(bit: 23)
  public static let zeroPage = PageFlags(bit: 24)
  public static let idle = PageFlags(bit: 25)
  public static let pageTable = PageFlags(bit: 26)
  public static let reserved = PageFlags(bit: 32)
  public static let mlocked = PageFlags(bit: 33)
  /// 6.1: mapped to disk; 6.12: the owner's second private bit.
  public static let mappedToDisk = PageFlags(bit: 34)
  public static let `private` = PageFlags(bit: 35)
  public static let private2 = PageFlags(bit: 36)
  public static let ownerPrivate = PageFlags(bit: 37)
  public static let arch = PageFlags(bit: 38)
  public static let uncached = PageFlags(bit: 39)
  public static let softDirty = PageFlags(bit: 40)
  public static let arch2 = PageFlags(bit: 41)
  public static let arch3 = PageFlags(bit: 42)
}
