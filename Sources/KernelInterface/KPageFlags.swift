/// `/proc/kpageflags`: the flags of every page, from pfn 0 on.
public struct KPageFlags: Equatable, Sendable {
  /// One word a page; the index is the pfn.
  public let words: [UInt64]

  public init(words: [UInt64]) {
    self.words = words
  }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    words = try PageWords.read(bytes, file: file)
  }

  public subscript(pfn: Int) -> PageFlags { PageFlags(rawValue: words[pfn]) }

  /// The free blocks of a zone, from runs of pages flagged BUDDY: always the largest naturally aligned block
  /// that fits. It is the only way to cut a run, because free buddies have merged, except across CMA,
  /// HighAtomic and Isolate borders (model 10.2).
  public func freeBlocks(in pfns: Range<Int>, maxOrder: Int = 10) -> [FreeBlock] {
    var blocks: [FreeBlock] = []
    var pfn = pfns.lowerBound
    let end = min(pfns.upperBound, words.count)
    let buddy = PageFlags.buddy.rawValue
    while pfn < end {
      guard words[pfn] & buddy != 0 else {
        pfn += 1
        continue
      }
      var runEnd = pfn + 1
      while runEnd < end, words[runEnd] & buddy != 0 { runEnd += 1 }
      while pfn < runEnd {
        let block = FreeBlock.largest(at: pfn, before: runEnd, maxOrder: maxOrder)
        blocks.append(block)
        pfn += 1 << block.order
      }
    }
    return blocks
  }
}

/// `/proc/kpagecount`: how often every page is mapped, from pfn 0 on; 0 for pages that no program maps.
public struct KPageCount: Equatable, Sendable {
  /// One word a page; the index is the pfn.
  public let words: [UInt64]

  public init(words: [UInt64]) {
    self.words = words
  }

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    words = try PageWords.read(bytes, file: file)
  }

  public subscript(pfn: Int) -> UInt64 { words[pfn] }
}

/// A block of free pages: 1 << order pages from `pfn` on.
public struct FreeBlock: Equatable, Sendable {
  public var pfn: Int
  public var order: Int

  public init(pfn: Int, order: Int) {
    self.pfn = pfn
    self.order = order
  }

  /// The largest naturally aligned block that begins at `pfn` and ends at `end` or before.
  static func largest(at pfn: Int, before end: Int, maxOrder: Int) -> FreeBlock {
    let alignment = pfn == 0 ? maxOrder : pfn.trailingZeroBitCount
    let size = Int.bitWidth - 1 - (end - pfn).leadingZeroBitCount
    return FreeBlock(pfn: pfn, order: min(alignment, size, maxOrder))
  }
}

enum PageWords {
  /// Words of 64 bits in this machine's byte order, as the kernel hands them out.
  static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> [UInt64] {
    guard !bytes.isEmpty, bytes.count % 8 == 0 else {
      throw FormatError(
        file: file, problem: "cut short: \(bytes.count) bytes are no whole number of 64-bit words")
    }
    return [UInt64](unsafeUninitializedCapacity: bytes.count / 8) { buffer, count in
      UnsafeMutableRawBufferPointer(buffer).copyBytes(from: bytes)
      count = bytes.count / 8
    }
  }
}
