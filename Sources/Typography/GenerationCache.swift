/// A dictionary that forgets what was not asked for lately, so that it never weighs more than a bound.
/// Values are kept in two generations: when the young one has grown to half the bound it becomes the old
/// one, and the old one is dropped.
struct GenerationCache<Key: Hashable, Value> {
  private var young: [Key: Entry] = [:]
  private var old: [Key: Entry] = [:]
  private var youngWeight = 0
  private let weightMax: Int

  private struct Entry {
    var value: Value
    var weight: Int
  }

  init(weightMax: Int) { self.weightMax = weightMax }

  /// Number of values held.
  var count: Int { young.count + old.keys.reduce(0) { young[$1] == nil ? $0 + 1 : $0 } }

  /// The value last set for the key, if it has not been forgotten. Asking keeps it.
  mutating func value(for key: Key) -> Value? {
    if let entry = young[key] { return entry.value }
    guard let entry = old[key] else { return nil }
    set(entry.value, for: key, weight: entry.weight)
    return entry.value
  }

  mutating func set(_ value: Value, for key: Key, weight: Int) {
    let replaced = young.updateValue(Entry(value: value, weight: weight), forKey: key)
    youngWeight += weight - (replaced?.weight ?? 0)
    if youngWeight > weightMax / 2 {
      old = young
      young = [:]
      youngWeight = 0
    }
  }
}
