import KernelInterface
import Simulation

/// Puts a recorded state into a memory: lists first, since they were read last, then what the page
/// flags say of the rest (model 1.6).
struct CapturedMemory {
  let snapshot: Snapshot
  let layout: MachineLayout
  let version: KernelVersion
  /// Chooses the order in which free pages came free, where no lists are recorded.
  /// The CPU whose batch pages wait in: that of the program that recorded, which alone was at work.
  let triggerCPU: Int
  let freeingSeed: UInt64
  /// Pages in use that wait in a batch for their LRU list.
  private var batch: [Pfn] = []
  /// Pages that came free while the lists were read, and so are on none of them.
  private(set) var inTransit = 0

  init(
    snapshot: Snapshot, layout: MachineLayout, version: KernelVersion, triggerCPU: Int, freeingSeed: UInt64
  ) {
    self.snapshot = snapshot
    self.layout = layout
    self.version = version
    self.triggerCPU = triggerCPU
    self.freeingSeed = freeingSeed
  }

  mutating func build() -> Memory {
    let memory = Memory(layout: layout)
    placePageblocks(memory)
    let order = FreeingOrder(version: version, seed: freeingSeed)
    let inferred = snapshot.freeLists == nil ? InferredLists(snapshot, memory, order: order) : nil
    let listed = inferred?.isFree ?? placeLists(memory, snapshot.freeLists)
    for zone in memory.zones { placePages(memory, zone, listed) }
    inferred?.fill(memory)
    pin(memory)
    for zone in memory.zones {
      guard let reserved = snapshot.zoneInfo[zone.name.description]?.reservedHighAtomic else { continue }
      memory.set(.zone(zone.index, .reservedHighAtomic), to: reserved)
    }
    if let lists = snapshot.freeLists {
      placeCounters(memory, lists)
      if batch.count > version.folioBatchSize * layout.cpus { freePagesInTransit(memory, lists) }
    }
    if let blocks = snapshot.pageBlocks { placePositions(memory, blocks) }
    for pfn in batch { memory.addToFolioBatch(pfn, cpu: triggerCPU) }
    return memory
  }

  private func placePageblocks(_ memory: Memory) {
    guard let recorded = snapshot.pageBlocks else {
      return InferredPageblocks(snapshot: snapshot).place(in: memory)
    }
    for block in recorded.blocks where memory.contains(block.pfn) {
      memory.setMigratetype(
        Migratetype(rawValue: block.migratetype) ?? .movable, ofPageblockAt: block.pfn)
      memory.setSkipHint(block.skip, at: block.pfn)
    }
  }

  // MARK: Lists

  /// Which pages are on a list or inside of a block on one.
  private typealias Listed = [Bool]

  private func placeLists(_ memory: Memory, _ lists: FreeLists?) -> Listed {
    var listed = Listed(repeating: false, count: memory.end - memory.base)
    guard let lists else { return listed }
    func claim(_ pfn: Pfn, order: Order) -> Bool {
      guard memory.contains(pfn), memory.contains(pfn + (1 << order) - 1) else { return false }
      for page in pfn..<pfn + 1 << order { listed[page - memory.base] = true }
      return true
    }
    for list in lists.freeLists {
      guard let type = Migratetype(rawValue: list.migratetype) else { continue }
      for pfn in list.blocks where claim(pfn, order: list.order) {
        memory.addFreeBlock(at: pfn, order: list.order, type: type, toTail: true)
      }
    }
    for list in lists.perCPULists where list.cpu < layout.cpus {
      for block in list.blocks where claim(block.pfn, order: list.order) {
        memory.addPerCPUBlock(
          at: block.pfn, cpu: list.cpu, index: list.index,
          type: Migratetype(rawValue: block.migratetype) ?? .movable, toTail: true)
      }
    }
    return listed
  }

  private func placeCounters(_ memory: Memory, _ lists: FreeLists) {
    for zone in memory.zones {
      guard let recorded = lists.zones.first(where: { $0.name == zone.name.description }) else { continue }
      let fields = recorded.fields
      func copy(_ name: String, _ field: ZoneField) {
        if let value = fields[name] { memory.set(.zone(zone.index, field), to: value) }
      }
      copy("NR_FREE_PAGES", .freePages)
      copy("NR_FREE_CMA_PAGES", .freeCMA)
      copy("nr_free_highatomic", .freeHighAtomic)
      copy("nr_reserved_highatomic", .reservedHighAtomic)
      copy("watermark_boost", .watermarkBoost)
      if let flags = fields["flags"] { memory.set(.zone(zone.index, .belowHigh), to: flags >> 2 & 1) }
      for set in recorded.pageSets where set.cpu < layout.cpus {
        func copy(_ name: String, _ field: PagesetField) {
          guard let value = set.fields[name] else { return }
          memory.set(memory.pagesetRegister(zone: zone.index, cpu: set.cpu, field), to: value)
        }
        copy("high", .high)
        copy("batch", .batch)
        copy("high_min", .highMin)
        copy("high_max", .highMax)
        copy("free_factor", .freeFactor)
        copy("free_count", .freeCount)
        copy("alloc_factor", .allocFactor)
        copy("flags", .flags)
      }
    }
  }

  /// Frees what cannot all wait in batches: a worker drained a set between the reading of the free lists and
  /// that of the per-CPU lists, or more than once (model 1.5). The set gave its oldest pages, so they go on
  /// where its list breaks off.
  private mutating func freePagesInTransit(_ memory: Memory, _ lists: FreeLists) {
    let longest = lists.perCPULists.filter { $0.index == 1 }.max { $0.blocks.count < $1.blocks.count }
    let oldest = longest?.blocks.suffix(2).map(\.pfn) ?? []
    let descends = oldest.count < 2 || oldest[0] > oldest[1]
    memory.free(descends ? batch : batch.reversed())
    inTransit = batch.count
    batch = []
  }

  private func placePositions(_ memory: Memory, _ blocks: PageBlocks) {
    for zone in memory.zones {
      guard let recorded = blocks.zones.first(where: { $0.name == zone.name.description }) else { continue }
      let values: [(ZoneField, Int)] = [
        (.cachedFree, recorded.cachedFreePFN), (.cachedMigrateAsync, recorded.cachedMigratePFNAsync),
        (.cachedMigrateSync, recorded.cachedMigratePFNSync), (.initFree, recorded.initFreePFN),
        (.initMigrate, recorded.initMigratePFN), (.considered, recorded.considered),
        (.deferShift, recorded.deferShift), (.orderFailed, recorded.orderFailed),
        (.blockskipFlush, recorded.blockskipFlush ? 1 : 0),
      ]
      for (field, value) in values { memory.set(.zone(zone.index, field), to: value) }
    }
  }

  // MARK: Pages in use

  /// Runs of pages without flags that are shorter than this were on a per-CPU list when the flags were
  /// read; longer ones are kernel memory.
  static let longestBatchRun = 64

  private mutating func placePages(_ memory: Memory, _ zone: Zone, _ listed: Listed) {
    let flags = snapshot.kpageflags
    var pfn = zone.start
    while pfn < zone.end {
      guard pfn < flags.words.count, !flags[pfn].contains(.nopage), memory.frame(at: pfn).kind != .hole
      else {
        pfn += 1
        continue
      }
      if listed[pfn - memory.base] {
        pfn += 1
        continue
      }
      let word = flags[pfn]
      if word.contains(.compoundHead) {
        pfn += placeCompound(memory, pfn, word, listed, zone)
      } else if isWithoutFlags(pfn) {
        let end = endOfRun(pfn, zone, listed, memory)
        placeWithoutFlags(memory, pfn..<end)
        pfn = end
      } else {
        memory.place(kind(of: word), pageFlags(word), at: pfn)
        pfn += 1
      }
    }
  }

  /// - Returns: the pages placed.
  private func placeCompound(
    _ memory: Memory, _ pfn: Pfn, _ word: KPageFlags.Word, _ listed: Listed, _ zone: Zone
  ) -> Int {
    let flags = snapshot.kpageflags
    var end = pfn + 1
    while end < min(flags.words.count, zone.end), flags[end].contains(.compoundTail), end - pfn < 1 << 10,
      !listed[end - memory.base]
    {
      end += 1
    }
    // No compound page lies at a pfn that is no multiple of its size.
    let order = min(Int.bitWidth - 1 - (end - pfn).leadingZeroBitCount, pfn.trailingZeroBitCount)
    memory.placeCompound(kind(of: word), pageFlags(word), order: order, at: pfn)
    return 1 << order
  }

  /// Neither flags nor users: on a per-CPU list, or kernel memory. Pages of a free block that has been
  /// handed out since the flags were read count as well.
  private func isWithoutFlags(_ pfn: Pfn) -> Bool {
    snapshot.kpageflags[pfn].contains(.buddy) || snapshot.isUnnamed(pfn)
  }

  private func endOfRun(_ start: Pfn, _ zone: Zone, _ listed: Listed, _ memory: Memory) -> Pfn {
    var end = start + 1
    while end < zone.end, end < snapshot.kpageflags.words.count, !listed[end - memory.base],
      isWithoutFlags(end)
    {
      end += 1
    }
    return end
  }

  private mutating func placeWithoutFlags(_ memory: Memory, _ run: Range<Pfn>) {
    for pfn in run {
      let movable = memory.migratetype(ofPageblockAt: pfn).isMovable
      if movable, run.count < CapturedMemory.longestBatchRun, snapshot.freeLists != nil {
        memory.place(.anonymous, [.inBatch, .swapBacked], at: pfn)
        batch.append(pfn)
      } else {
        memory.place(.kernel, at: pfn)
      }
    }
  }

  private func kind(of word: KPageFlags.Word) -> PageKind {
    if word.contains(.huge) { return .hugetlb }
    if word.contains(.lru) {
      if word.contains(.anon) { return .anonymous }
      return word.contains(.swapbacked) ? .shmem : .file
    }
    if word.contains(.slab) { return .slab }
    if word.contains(.pageTable) { return .pageTable }
    if word.contains(.reserved) || word.contains(.hwpoison) || word.contains(.offline) { return .reserved }
    return .kernel
  }

  private func pageFlags(_ word: KPageFlags.Word) -> PageFlags {
    var flags: PageFlags = []
    let pairs: [(KPageFlags.Word, PageFlags)] = [
      (.lru, .lru), (.dirty, .dirty), (.writeback, .writeback), (.unevictable, .unevictable),
      (.active, .active), (.referenced, .referenced), (.swapbacked, .swapBacked),
    ]
    for (theirs, ours) in pairs where word.contains(theirs) { flags.insert(ours) }
    return flags
  }

  private func pin(_ memory: Memory) {
    for page in snapshot.pinned?.pages ?? [] where memory.contains(page.pfn) {
      let frame = memory.frame(at: page.pfn)
      guard frame.place == .none, frame.kind.isLRU else { continue }
      memory.place(frame.kind, frame.flags.union(.pinned), order: frame.order, at: page.pfn)
    }
  }
}

extension Snapshot {
  /// Neither a flag nor a user: on a per-CPU list, or kernel memory.
  func isUnnamed(_ pfn: Pfn) -> Bool {
    guard kpageflags[pfn].rawValue == 0 else { return false }
    guard let kpagecount, pfn < kpagecount.words.count else { return true }
    return kpagecount[pfn] == 0
  }
}
