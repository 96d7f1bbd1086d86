import Simulation
import Stage

/// The marks on the timeline, kept up as the recording grows. A run of a million steps has thousands;
/// of those that would fall on the same place the first is kept.
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
    marks.append(Timeline.Mark(step: mark.step, kind: kind))
  }

  /// The zone a run begins in, where there are several.
  private func zone(at pfn: Pfn) -> ZoneName? {
    guard layout.zones.count > 1 else { return nil }
    return layout.zones.first { $0.start <= pfn && pfn < $0.end }?.name
  }

  private func kind(of mark: TimelineMark) -> Timeline.MarkKind? {
    switch mark.rule {
    case .mergesBlock: scale.isTeaching ? .merge(mark.order) : nil
    case .moveFails: scale.isTeaching ? .failure : nil
    case .scannersMet: .scannersMet
    case .runBegins: zone(at: mark.pfn).map { .zone($0) }
    default: nil
    }
  }
}
