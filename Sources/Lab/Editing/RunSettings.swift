import Runs
import Scenarios
import Simulation

/// What is asked for, of which kernel, and how much it is to keep free.
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

  /// Those that hold at a step.
  /// - Parameter memory: as it is there.
  init(_ recipe: RunRecipe, atStep step: Int, _ memory: Memory) {
    let request = recipe.request(atStep: step)
    self.init(
      version: request.version, trigger: request.trigger,
      watermarks: memory.zones.map { memory.watermarks(ofZone: $0.index) })
  }

  /// What is to be done to a run for these to hold instead of others: new watermarks hold at once, but
  /// what was asked for can't become something else; it is asked anew.
  func edits(insteadOf own: RunSettings) -> [Edit] {
    var edits: [Edit] = []
    for (zone, marks) in watermarks.enumerated() where marks != own.watermarks[zone] {
      edits.append(.setWatermarks(marks, zone: zone))
    }
    if asks(otherThan: own) { edits.append(.restart(version, trigger)) }
    return edits
  }

  /// Whether something else is asked for, or of another kernel.
  func asks(otherThan own: RunSettings) -> Bool { version != own.version || trigger != own.trigger }

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
  ///   - range: pages that a driver may ask for.
  func changing(
    _ row: Row, by step: Int, zone: Int, of layout: MachineLayout, range: Range<Pfn>? = nil
  ) throws(Refusal) -> RunSettings {
    var changed = self
    switch row {
    case .version:
      let index = (KernelVersion.all.firstIndex(of: version.ofItsLine) ?? 0) + step
      guard KernelVersion.all.indices.contains(index) else { throw .lastVersion }
      changed.version = KernelVersion.all[index]
    case .trigger: changed.trigger = try trigger.next(by: step, on: layout, range: range)
    case .order:
      guard let order = trigger.order else { throw .noOrder }
      let wanted = order + step
      guard (1...trigger.mostOrder(of: layout)).contains(wanted) else { throw .orderEnds(at: order) }
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
  /// The next of those that can be chosen; one that can't lies beside them all.
  fileprivate func next(
    by step: Int, on layout: MachineLayout, range: Range<Pfn>?
  ) throws(RunSettings.Refusal) -> Trigger {
    let usual = min(order ?? layout.scale.hugeOrder, layout.scale.maxOrder)
    let choices = Trigger.choices(order: usual, range: range)
    let index = choices.firstIndex(where: isAlike) ?? (step > 0 ? -1 : choices.count)
    guard choices.indices.contains(index + step) else { throw .otherTrigger }
    return choices[index + step]
  }

  /// A driver may want more pages in a row than any free block has.
  fileprivate func mostOrder(of layout: MachineLayout) -> Order {
    if case .contiguous = self { layout.scale.maxOrder + 8 } else { layout.scale.maxOrder }
  }
}
