extension KPageFlags {
  /// The flags of one page in `/proc/kpageflags` (model 10.2).
  public struct Word: OptionSet, Hashable, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(bit: Int) { rawValue = 1 << UInt64(bit) }

    public static let locked = Word(bit: 0)
    public static let error = Word(bit: 1)
    public static let referenced = Word(bit: 2)
    public static let uptodate = Word(bit: 3)
    public static let dirty = Word(bit: 4)
    public static let lru = Word(bit: 5)
    public static let active = Word(bit: 6)
    public static let slab = Word(bit: 7)
    public static let writeback = Word(bit: 8)
    public static let reclaim = Word(bit: 9)
    /// On every page of a free block, not only on its first.
    public static let buddy = Word(bit: 10)
    public static let mmap = Word(bit: 11)
    public static let anon = Word(bit: 12)
    public static let swapcache = Word(bit: 13)
    public static let swapbacked = Word(bit: 14)
    public static let compoundHead = Word(bit: 15)
    public static let compoundTail = Word(bit: 16)
    public static let huge = Word(bit: 17)
    public static let unevictable = Word(bit: 18)
    public static let hwpoison = Word(bit: 19)
    public static let nopage = Word(bit: 20)
    public static let ksm = Word(bit: 21)
    /// 6.1: a compound page on an LRU or anonymous; 6.12: any large folio that can be mapped.
    public static let thp = Word(bit: 22)
    public static let offline = Word(bit: 23)
    public static let zeroPage = Word(bit: 24)
    public static let idle = Word(bit: 25)
    public static let pageTable = Word(bit: 26)
    public static let reserved = Word(bit: 32)
    public static let mlocked = Word(bit: 33)
    /// 6.1: mapped to disk; 6.12: the owner's second private bit.
    public static let mappedToDisk = Word(bit: 34)
    public static let `private` = Word(bit: 35)
    public static let private2 = Word(bit: 36)
    public static let ownerPrivate = Word(bit: 37)
    public static let arch = Word(bit: 38)
    public static let uncached = Word(bit: 39)
    public static let softDirty = Word(bit: 40)
    public static let arch2 = Word(bit: 41)
    public static let arch3 = Word(bit: 42)
  }
}
