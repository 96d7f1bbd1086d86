/// A per-CPU set's numbers (model 1.5, `struct per_cpu_pages`), in pages but for factors and flags.
public enum PagesetField: Int, CaseIterable, Sendable {
  case count, high, highMin, highMax, batch
  /// 6.1: doubles the portion given back with each overflow.
  case freeFactor
  /// 6.12: pages freed since the last allocation.
  case freeCount
  case allocFactor
  /// Bit 0: the last free was of order 1 to 3. Bit 1: CPUs share large caches.
  case flags
  static let total = PagesetField.allCases.count
}
