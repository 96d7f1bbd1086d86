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

  public subscript(pfn: Int) -> Word { Word(rawValue: words[pfn]) }

  /// The free blocks of a zone, from runs of pages flagged BUDDY: always the largest naturally aligned block
  /// that fits. It is the only way to cut a run, because free buddies have merged, except across CMA,
  /// HighAtomic and Isolate borders (model 10.2).
  public func freeBlocks(in pfns: Range<Int>, maxOrder: Int = 10) -> [FreeBlock] {
    var blocks: [FreeBlock] = []
    var pfn = pfns.lowerBound
    let end = min(pfns.upperBound, words.count)
    let buddy = Word.buddy.rawValue
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
