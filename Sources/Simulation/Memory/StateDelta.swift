/// What differs between two states of one memory, as exclusive ors: the same delta leads from either to
/// the other.
public struct StateDelta: Sendable {
  struct Page: Sendable {
    var pfn: UInt32
    var frame: UInt32
    var next: UInt32
    var previous: UInt32
    var place: Int { Int(pfn) }
  }
  struct Word: Sendable {
    var index: Int
    var difference: UInt64
  }
  /// Ascending by pfn.
  var pages: [Page] = []
  var pageblocks: [Word] = []
  var heads: [Word] = []
  var registers: [Word] = []

  /// The delta of two steps made one after the other.
  init(joining a: StateDelta, _ b: StateDelta) {
    pages = Self.join(a.pages, b.pages, key: \.place) { x, y in
      let joined = Page(
        pfn: x.pfn, frame: x.frame ^ y.frame, next: x.next ^ y.next, previous: x.previous ^ y.previous)
      return joined.frame | joined.next | joined.previous == 0 ? nil : joined
    }
    pageblocks = Self.joinWords(a.pageblocks, b.pageblocks)
    heads = Self.joinWords(a.heads, b.heads)
    registers = Self.joinWords(a.registers, b.registers)
  }
  init() {}

  /// Bytes it takes.
  public var size: Int {
    pages.count * MemoryLayout<Page>.stride
      + (pageblocks.count + heads.count + registers.count) * MemoryLayout<Word>.stride
  }

  private static func joinWords(_ a: [Word], _ b: [Word]) -> [Word] {
    join(a, b, key: \.index) { x, y in
      x.difference == y.difference ? nil : Word(index: x.index, difference: x.difference ^ y.difference)
    }
  }

  private static func join<E>(_ a: [E], _ b: [E], key: (E) -> Int, both: (E, E) -> E?) -> [E] {
    var result: [E] = []
    result.reserveCapacity(max(a.count, b.count))
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && key(a[i]) < key(b[j]) {
        result.append(a[i])
        i += 1
      } else if i == a.count || key(b[j]) < key(a[i]) {
        result.append(b[j])
        j += 1
      } else {
        if let joined = both(a[i], b[j]) { result.append(joined) }
        i += 1
        j += 1
      }
    }
    return result
  }
}
