/// What the kernel weighs before it compacts a zone for a block (model 4.8, 8.1), without doing it.
public struct CompactionOutlook: Equatable, Sendable {
  public enum Answer: Equatable, Sendable, CaseIterable {
    case runs
    /// Such a block can be had already.
    case notNeeded
    /// Who asks may not wait, so nothing is compacted for it.
    case mayNotWait
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
  ///   - gfp: what the request allows.
  public func outlook(
    zone index: Int, order: Order, version: KernelVersion? = nil, gfp: GFPMask = .highUserMovable
  ) -> CompactionOutlook {
    let kernel = Kernel(memory: self, version: version, recorder: NoRecorder())
    return kernel.outlook(
      zones[index], AllocationRequest(order: order, gfp: gfp, version: kernel.version).on(zones))
  }
}

extension Kernel {
  fileprivate func outlook(_ zone: Zone, _ request: AllocationRequest) -> CompactionOutlook {
    let order = request.order
    let costly = order > Scale.costlyOrder
    let index = costly ? memory.freeBlockCounts(zone: zone.index).fragmentationIndex(order) : -1
    return CompactionOutlook(
      answer: answer(zone, request), isCostly: costly,
      mark: watermark(zone, costly ? .low : .min), gap: 2 << order,
      fragmentationIndex: index < 0 ? nil : index, threshold: tunables.extfragThreshold)
  }

  private func answer(_ zone: Zone, _ request: AllocationRequest) -> CompactionOutlook.Answer {
    if watermarkOK(
      zone, order: request.order, mark: watermark(zone, .min), highest: request.highestZone,
      flags: request.flags)
    {
      return .notNeeded
    }
    if !request.gfp.mayWait { return .mayNotWait }
    if isPutOff(zone, order: request.order) { return .deferred }
    var control = CompactControl()
    control.order = request.order
    control.highestZone = request.highestZone
    return switch unsuitability(zone, control)?.reason {
    case .tooFewPages, .tooFewWithoutCMA: .tooFewPages
    case .notFragmented: .notFragmented
    case nil: .runs
    }
  }
}
