import Scenarios
import Simulation

/// What holds for a run from its first step to its last.
public struct RunSettings: Equatable, Sendable {
  public var version: KernelVersion
  /// Who asks, and for which order; that decides the mode.
  public var trigger: Trigger
  /// Of each zone, in pages.
  public var watermarks: [Watermarks]

  public init(version: KernelVersion, trigger: Trigger, watermarks: [Watermarks]) {
    self.version = version
    self.trigger = trigger
    self.watermarks = watermarks
  }

  init(_ subject: RunSubject) {
    self.init(
      version: subject.version, trigger: subject.source.trigger,
      watermarks: subject.source.layout.zones.map(\.watermarks))
  }

  /// A setting that can be changed by itself.
  enum Row: CaseIterable, Equatable, Sendable { case version, trigger, order, min, low, high }

  /// Why a setting can't be changed so.
  enum Refusal: Error, Equatable {
    case lastVersion
    /// Such a run wants no block: it is for the whole zone.
    case noOrder
    case orderEnds(at: Order)
    /// min ≤ low ≤ high, within the zone's pages.
    case marksMustRise
    case otherTrigger
  }

  /// The settings with one of them a step further, or a step back.
  /// - Parameters:
  ///   - zone: the one whose watermarks are meant.
  ///   - layout: of the machine.
  func changing(
    _ row: Row, by step: Int, zone: Int, of layout: MachineLayout
  ) throws(Refusal) -> RunSettings {
    var changed = self
    switch row {
    case .version:
      let index = (KernelVersion.all.firstIndex(of: version) ?? 0) + step
      guard KernelVersion.all.indices.contains(index) else { throw .lastVersion }
      changed.version = KernelVersion.all[index]
    case .trigger: changed.trigger = try trigger.next(by: step, order: layout.scale.hugeOrder)
    case .order:
      guard let order = trigger.order else { throw .noOrder }
      let wanted = order + step
      guard (1...layout.scale.maxOrder).contains(wanted) else { throw .orderEnds(at: order) }
      changed.trigger = trigger.wanting(wanted)
    case .min: changed.watermarks[zone].min += step
    case .low: changed.watermarks[zone].low += step
    case .high: changed.watermarks[zone].high += step
    }
    let marks = changed.watermarks[zone]
    guard 0 <= marks.min, marks.min <= marks.low, marks.low <= marks.high,
      marks.high <= layout.zones[zone].managed
    else { throw .marksMustRise }
    changed.watermarks[zone] = Watermarks(min: marks.min, low: marks.low, high: marks.high)
    return changed
  }
}

extension Trigger {
  /// The order of the block that is wanted; nil for a run of the whole zone.
  var order: Order? {
    switch self {
    case .kcompactd(let order, _): order
    case .allocations(let requests): requests.map(\.order).max()
    case .compactMemory, .proactive, .hugePageFaults, .hugePagePool, .contiguous: nil
    }
  }

  fileprivate func wanting(_ order: Order) -> Trigger {
    switch self {
    case .kcompactd(_, let zone): .kcompactd(order: order, highestZone: zone)
    case .allocations(let requests): .allocations(requests.count, order: order)
    default: self
    }
  }

  /// Another one who may ask: by hand, kcompactd, a task that waits, kcompactd in advance.
  fileprivate func next(by step: Int, order usual: Order) throws(RunSettings.Refusal) -> Trigger {
    let order = order ?? usual
    let choices: [Trigger] = [
      .compactMemory, .kcompactd(order: order, highestZone: .movable), .allocations(1, order: order),
      .proactive,
    ]
    let index =
      switch self {
      case .compactMemory: 0
      case .kcompactd: 1
      case .allocations: 2
      case .proactive: 3
      case .hugePageFaults, .hugePagePool, .contiguous: step > 0 ? -1 : choices.count
      }
    guard choices.indices.contains(index + step) else { throw .otherTrigger }
    return choices[index + step]
  }
}

/// The beginning of a run under other settings.
struct ResetSource: MemorySource {
  let base: any MemorySource
  let settings: RunSettings

  var title: String { base.title }
  var kernel: KernelVersion { settings.version }
  var landmarks: [Landmark] { base.landmarks }
  var trigger: Trigger { settings.trigger }
  var layout: MachineLayout {
    var layout = base.layout
    for (index, marks) in settings.watermarks.enumerated() { layout.zones[index].watermarks = marks }
    return layout
  }
  func makeMemory() -> Memory { Memory(copying: base.makeMemory(), watermarks: settings.watermarks) }
}
