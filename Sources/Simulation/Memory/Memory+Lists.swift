/// What is on which list.
extension Memory {
  /// Free blocks of an order in a zone, of all types, as `/proc/buddyinfo` counts them.
  public func freeBlocks(zone: Int, order: Order) -> Int {
    Migratetype.allCases.reduce(0) { $0 + freeBlocks(zone: zone, order: order, type: $1) }
  }

  public func freeBlocks(zone: Int, order: Order, type: Migratetype) -> Int {
    length(of: lists.free(zone: zone, order: order, type: type))
  }

  /// A zone's line of `/proc/buddyinfo`.
  public func freeBlockCounts(zone: Int) -> FreeBlockCounts {
    FreeBlockCounts((0...scale.maxOrder).map { freeBlocks(zone: zone, order: $0) })
  }

  /// First pfn of each block of a free list, head first.
  public func freeList(zone: Int, order: Order, type: Migratetype) -> [Pfn] {
    pages(on: lists.free(zone: zone, order: order, type: type))
  }

  /// First pfn of each block of a per-CPU list, head first. Lists 0 to 11 are order × 3 + type, 12 and
  /// 13 hold huge pages.
  public func perCPUList(zone: Int, cpu: Int, index: Int) -> [Pfn] {
    pages(on: lists.perCPU(zone: zone, cpu: cpu, index: index))
  }
  public static var perCPULists: Int { PageListMap.perCPUSetLists }

  /// Sources isolated and not moved yet, next one first.
  public var isolatedSources: [Pfn] { pages(on: lists.migratePages(of: run)) }
  /// Targets handed out, in the order of their sources.
  public var targets: [Pfn] { pages(on: lists.targets(of: run)) }
}
