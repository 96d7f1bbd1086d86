import Simulation
import Stage

/// The marks on the timeline, kept up as the recording grows. A run of a million steps has thousands;
/// of those that would fall on the same place the first is kept.
struct TimelineMarks {
  private let scale: Scale
  private var read = 0
  private var marks: [Timeline.Mark] = []
  private var zones = 0

  init(scale: Scale) { self.scale = scale }

  mutating func marks(of recording: Recording) -> [Timeline.Mark] {
    for mark in recording.marks[read...] { add(mark) }
    read = recording.marks.count
    return marks
  }

  private mutating func add(_ mark: TimelineMark) {
    guard let kind = kind(of: mark) else { return }
    marks.append(Timeline.Mark(step: mark.step, kind: kind))
  }

  private func kind(of mark: TimelineMark) -> Timeline.MarkKind? {
    switch mark.rule {
    case .mergesBlock: scale.isTeaching ? .merge(mark.order) : nil
    case .moveFails: scale.isTeaching ? .failure : nil
    case .scannersMet: .scannersMet
    default: nil
    }
  }
}
