/// What kcompactd weighs before it compacts in advance (model 8.4), without doing it. Scores are percent of
/// free memory that lies in blocks smaller than a huge page.
public struct ProactiveOutlook: Equatable, Sendable {
  /// Of all zones, weighted by their size (`fragmentation_score_node`).
  public var nodeScore: Int
  /// Of the zone asked about (`fragmentation_score_zone`).
  public var zoneScore: Int
  /// A node above `high` starts a round; a zone is compacted until it is at or below `low`.
  public var low: Int
  public var high: Int

  /// Whether a round would begin now.
  public var begins: Bool { nodeScore > high }
  /// Whether a round that is under way would go on in this zone.
  public var goesOn: Bool { zoneScore > low }
}

extension Memory {
  /// Whether kcompactd would compact a zone before anybody asks.
  /// - Parameter version: the kernel that would do it, if not the one whose rules hold.
  public func proactiveOutlook(
    zone index: Int, version: KernelVersion? = nil
  ) -> ProactiveOutlook {
    let kernel = Kernel(memory: self, version: version, recorder: NoRecorder())
    let marks = kernel.proactiveMarks
    return ProactiveOutlook(
      nodeScore: kernel.nodeScore,
      zoneScore: freeBlockCounts(zone: index).score(hugeOrder: scale.hugeOrder),
      low: marks.low, high: marks.high)
  }
}
