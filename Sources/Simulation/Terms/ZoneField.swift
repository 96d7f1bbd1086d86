/// A zone's numbers (model 1.2, `struct zone`), in pages or as pfn.
public enum ZoneField: Int, CaseIterable, Sendable {
  /// NR_FREE_PAGES: pages on free lists.
  case freePages
  /// NR_FREE_CMA_PAGES
  case freeCMA
  /// Pages on HighAtomic free lists.
  case freeHighAtomic
  case reservedHighAtomic
  /// The marks (`_watermark`), without the boost.
  case watermarkMin, watermarkLow, watermarkHigh, watermarkPromo
  case watermarkBoost
  /// 1 while `ZONE_BELOW_HIGH` is set (model 2.4).
  case belowHigh
  /// 1 while kswapd reclaims in this zone.
  case reclaimActive
  case cachedMigrateAsync, cachedMigrateSync, cachedFree, initMigrate, initFree
  case considered, deferShift, orderFailed, blockskipFlush
  static let total = ZoneField.allCases.count
}
