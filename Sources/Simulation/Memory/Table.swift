/// Elements side by side in memory of its own, which it frees itself.
struct Table<Element: BitwiseCopyable>: ~Copyable {
  private let start: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating element: Element, count: Int) {
    start = .allocate(capacity: count)
    start.initialize(repeating: element, count: count)
    self.count = count
  }

  init(copying other: borrowing Table) {
    start = .allocate(capacity: other.count)
    start.initialize(from: other.start, count: other.count)
    count = other.count
  }

  deinit { start.deallocate() }

  /// Not checked: whoever asks knows that the index lies in the table.
  @inline(__always) subscript(index: Int) -> Element {
    get { start[index] }
    nonmutating _modify { yield &start[index] }
  }

  /// Its first elements.
  func prefix(_ count: Int) -> [Element] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Mixes all bytes into a digest.
  func mix(into hash: inout UInt64) {
    let bytes = UnsafeRawPointer(start)
    let size = count * MemoryLayout<Element>.stride
    for index in stride(from: 0, to: size & ~7, by: 8) {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
    }
    for index in (size & ~7)..<size {
      hash = (hash ^ UInt64(bytes.load(fromByteOffset: index, as: UInt8.self))) &* 0x100_0000_01b3
    }
  }
}

/// A table that values may share: each of them sees what another writes.
final class SharedTable<Element: BitwiseCopyable> {
  private let table: Table<Element>

  init(repeating element: Element, count: Int) { table = Table(repeating: element, count: count) }

  @inline(__always) subscript(index: Int) -> Element {
    get { table[index] }
    set { table[index] = newValue }
  }

  func prefix(_ count: Int) -> [Element] { table.prefix(count) }
}
