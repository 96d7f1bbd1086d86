import Simulation
import Stage

/// The marks on the timeline, kept up as the recording grows. A run of a million steps has thousands: of merges and
/// failures about as many are kept as can be told apart.
struct TimelineMarks {
  private let layout: MachineLayout
  private var scale: Scale { layout.scale }
  private var read = 0
  private var marks: [Timeline.Mark] = []

  init(layout: MachineLayout) { self.layout = layout }

  mutating func marks(of recording: Recording) -> [Timeline.Mark] {
    for mark in recording.marks[read...] { add(mark) }
    read = recording.marks.count
    return marks
  }

  private mutating func add(_ mark: TimelineMark) {
    guard let kind = kind(of: mark) else { return }
    let isFrequent = mark.rule == .mergesBlock || mark.rule == .moveFails
    if isFrequent, let before = last[mark.rule], mark.step - before < spacing { return }
    last[mark.rule] = mark.step
    marks.append(Timeline.Mark(step: mark.step, kind: kind))
    if marks.count > Self.most { thin() }
  }

  /// Marks that are kept, at most.
  private static let most = 2000
  /// Steps between two of the same kind, and where the last one of each is.
  private var spacing = 0
  private var last: [Rule: Int] = [:]

  /// Keeps half of the frequent ones, and as few from here on.
  private mutating func thin() {
    spacing = max(spacing * 2, marks[marks.count - 1].step / Self.most)
    var before: [Bool: Int] = [:]
    marks.removeAll { mark in
      let isMerge = if case .merge = mark.kind { true } else { false }
      guard isMerge || mark.kind == .failure else { return false }
      if let step = before[isMerge], mark.step - step < spacing { return true }
      before[isMerge] = mark.step
      return false
    }
  }

  /// The zone a run begins in, where there are several.
  private func zone(at pfn: Pfn) -> ZoneName? {
    guard layout.zones.count > 1 else { return nil }
    return layout.zones.first { $0.start <= pfn && pfn < $0.end }?.name
  }

  private func kind(of mark: TimelineMark) -> Timeline.MarkKind? {
    switch mark.rule {
    case .mergesBlock: .merge(mark.order)
    case .moveFails: .failure
    case .scannersMet: .scannersMet
    case .runBegins: zone(at: mark.pfn).map { .zone($0) }
    default: nil
    }
  }
}
