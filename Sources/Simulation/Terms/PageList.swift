/// One of the lists that pages hang on, as an index into the memory's table of lists.
public struct PageList: Hashable, Sendable {
  public let index: UInt16
  @inline(__always) init(index: Int) { self.index = UInt16(truncatingIfNeeded: index) }
}
