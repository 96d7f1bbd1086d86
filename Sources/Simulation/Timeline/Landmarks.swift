/// Which changes of a run are interesting events: what a rule's row says, and blocks that have merged to a
/// pageblock or more. It is asked of every change that is recorded.
struct Landmarks {
  private let lists: PageListMap
  private let least: Order
  /// A bit for each rule: those below 64, and the others.
  private let rules: (low: UInt64, high: UInt64)

  init(_ memory: Memory) {
    lists = memory.lists
    least = memory.scale.pageblockOrder
    var bits: [UInt64] = [0, 0]
    for rule in Rule.allCases where rule.meaning.traits.contains(.landmark) {
      bits[Int(rule.rawValue >> 6)] |= 1 << UInt64(rule.rawValue & 63)
    }
    rules = (bits[0], bits[1])
  }

  /// The order of the block that an interesting event is about, 0 for a page or none; nil where the change
  /// is no such event.
  @inline(__always) func order(of change: Change) -> Order? {
    if change.rule == .mergesBlock {
      let order = Int(change.list) / PageListMap.types % lists.orders
      return order >= least ? order : nil
    }
    let number = change.rule.rawValue
    let bits = number < 64 ? rules.low : rules.high
    return bits &>> UInt64(number & 63) & 1 != 0 ? 0 : nil
  }
}
