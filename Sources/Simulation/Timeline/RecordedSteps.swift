/// The steps of a recording in their order, each with the rule that fired.
public struct RecordedSteps: Sequence, IteratorProtocol {
  public struct Step: Equatable, Sendable {
    /// Counted from 1.
    public var number: Int
    public var rule: Rule
    /// Of the block that a merge made; 0 elsewhere.
    public var order: Order
  }

  private let chunks: [ChangeChunk]
  private let orders: Int
  private var chunk = 0
  private var position = 0
  /// Steps left of the change before `position`.
  private var left = 0
  private var step = Step(number: 0, rule: .none, order: 0)

  init(_ recording: Recording, scale: Scale) {
    chunks = recording.chunks
    orders = scale.orders
  }

  public mutating func next() -> Step? {
    while left == 0 {
      guard chunk < chunks.count else { return nil }
      guard position < chunks[chunk].count else {
        chunk += 1
        position = 0
        continue
      }
      let change = chunks[chunk][position]
      position += 1
      left = change.steps
      step.rule = change.rule
      step.order = change.rule == .mergesBlock ? Int(change.list) / PageListMap.types % orders : 0
    }
    left -= 1
    step.number += 1
    return step
  }
}

extension Recording {
  /// - Parameter scale: of the memory that was recorded.
  public func steps(scale: Scale) -> RecordedSteps { RecordedSteps(self, scale: scale) }
}
