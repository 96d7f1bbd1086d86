/// What the kernel weighs before it compacts a zone for a block (model 4.8, 8.1), without doing it.
public struct CompactionOutlook: Equatable, Sendable {
  public enum Answer: Equatable, Sendable {
    case runs
    /// Such a block can be had already.
    case notNeeded
    /// After failures the attempt is passed over (`compaction_deferred`).
    case deferred
    /// Too few free pages to move anything to (`COMPACT_SKIPPED`).
    case tooFewPages
    /// It is lack of memory, not fragmentation (`COMPACT_NOT_SUITABLE_ZONE`).
    case notFragmented
  }

  public var answer: Answer
  /// Whether the order is one that the kernel does not try hard for: above 3.
  public var isCostly: Bool
  /// The watermark that must be left: low for costly orders, else min; in pages, a boost included.
  public var mark: Int
  /// Pages needed above the mark, to move with.
  public var gap: Int
  /// Thousandths; nil for orders that are not costly, which are not judged by it, and where a block is free.
  public var fragmentationIndex: Int?
  /// Up to this index the kernel takes it for lack of memory (`extfrag_threshold`).
  public var threshold: Int
}

extension Memory {
  /// Whether compaction of a zone would begin now, for a block of `order`.
  /// - Parameters:
  ///   - version: the kernel that would be asked, if not the one whose rules hold.
  ///   - highest: the highest zone that the request may use.
  public func outlook(
    zone index: Int, order: Order, version: KernelVersion? = nil, highest: ZoneName = .movable
  ) -> CompactionOutlook {
    let kernel = Kernel(memory: self, version: version, recorder: NoRecorder())
    return kernel.outlook(zones[index], order: order, highest: highest)
  }
}

extension Kernel {
  fileprivate func outlook(_ zone: Zone, order: Order, highest: ZoneName) -> CompactionOutlook {
    let costly = order > Scale.costlyOrder
    let index = costly ? memory.freeBlockCounts(zone: zone.index).fragmentationIndex(order) : -1
    return CompactionOutlook(
      answer: answer(zone, order: order, highest), isCostly: costly,
      mark: watermark(zone, costly ? .low : .min), gap: 2 << order,
      fragmentationIndex: index < 0 ? nil : index, threshold: tunables.extfragThreshold)
  }

  private func answer(_ zone: Zone, order: Order, _ highest: ZoneName) -> CompactionOutlook.Answer {
    if watermarkOK(zone, order: order, mark: watermark(zone, .min), highest: highest, flags: .cma) {
      return .notNeeded
    }
    if isPutOff(zone, order: order) { return .deferred }
    var control = CompactControl()
    control.order = order
    control.highestZone = highest
    return switch unsuitability(zone, control)?.reason {
    case .tooFewPages, .tooFewWithoutCMA: .tooFewPages
    case .notFragmented: .notFragmented
    case nil: .runs
    }
  }
}
