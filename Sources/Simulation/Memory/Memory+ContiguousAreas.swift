extension Memory {
  /// The pages of the pageblock that holds a page, as far as they lie in its zone; nil outside of all zones.
  public func pageblock(holding pfn: Pfn) -> Range<Pfn>? {
    guard let zone = zone(at: pfn) else { return nil }
    let start = scale.pageblockStart(pfn)
    return max(start, zone.start)..<min(start + scale.pageblockPages, zone.end)
  }

  /// The areas of the contiguous memory allocator, lowest first: runs of CMA pageblocks in one zone.
  public var contiguousAreas: [Range<Pfn>] {
    var areas: [Range<Pfn>] = []
    for zone in zones {
      for block in stride(
        from: scale.pageblockStart(zone.start), to: zone.end, by: scale.pageblockPages)
      where migratetype(ofPageblockAt: max(block, zone.start)) == .cma {
        let range = max(block, zone.start)..<min(block + scale.pageblockPages, zone.end)
        if let last = areas.last, last.upperBound == range.lowerBound, last.lowerBound >= zone.start {
          areas[areas.count - 1] = last.lowerBound..<range.upperBound
        } else {
          areas.append(range)
        }
      }
    }
    return areas
  }
}
