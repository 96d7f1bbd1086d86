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
