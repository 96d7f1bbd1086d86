/// A capture's `pinned`: the pages that the workload held with extra references.
public struct PinnedPages: KernelFile {
  public struct Page: Equatable, Sendable {
    public var pfn: Int
    /// How it is pinned and what it is: `io_uring-anon`, `io_uring-shmem`.
    public var how: String
  }

  public static let fileName = "pinned"

  public var pages: [Page]

  public init(parsing bytes: [UInt8], file: String) throws(FormatError) {
    var reader = LineReader(bytes, file: file)
    pages = []
    while try reader.nextLine() {
      if reader.peek == UInt8(ascii: "#") { continue }
      let pfn = try reader.prefixedHexadecimal("a pfn")
      pages.append(Page(pfn: pfn, how: try reader.word("how the page is pinned")))
      try reader.expectEnd()
    }
  }

  public func write(to output: inout TextOutput) {
    output.text("# PFN and how the page is pinned (anonymous or shmem page with extra references)\n")
    for page in pages {
      output.text("0x")
      output.hexadecimal(page.pfn)
      output.text(" \(page.how)\n")
    }
  }
}
