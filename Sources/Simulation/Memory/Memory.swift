/// The physical memory of one machine, every page of it, together with the state of its page allocator
/// and of a compaction run: flat arrays of frames, links, pageblocks, list heads and registers.
///
/// It owns its storage and hands out values only. It is not synchronised: one thread at a time may use
/// it, and handing it on is the owner's business.
public final class Memory {
  public let layout: MachineLayout
  public let scale: Scale
  public let zones: [Zone]
  /// The lowest pfn that is stored, a pageblock's first, and the first one behind the highest.
  public let base: Pfn
  public let end: Pfn

  let lists: PageListMap
  let frames: Table<UInt32>
  let links: Table<PageLinks>
  /// A byte for each pageblock: its type, and its skip hint.
  let pageblocks: Table<UInt8>
  /// For each pageblock, whether a page, a link or the type in it has been written.
  let touched: Table<Bool>
  let heads: Table<PageListHead>
  let meanings: Table<PageListMeaning>
  let registers: Table<Int>
  let pageblockOrder: Order

  /// Lays out a machine in which every present page is free but on no list yet, and every pageblock
  /// Movable (Unmovable where the zone is too small to be grouped).
  public init(layout: MachineLayout) {
    self.layout = layout
    scale = layout.scale
    pageblockOrder = scale.pageblockOrder
    let scale = layout.scale
    zones = layout.zones.enumerated().map { index, zone in
      precondition(zone.start > 0, "a zone must not start at pfn 0")
      return Zone(
        index: index, layout: zone,
        groupsByMobility: scale.groupsSmallZones
          || layout.zones.reduce(0) { $0 + $1.managed } >= scale.pageblockPages * PageListMap.types)
    }
    let maxPages = scale.maxOrder.pages
    base = zones[0].start / maxPages * maxPages
    end = (zones[zones.count - 1].end + maxPages - 1) / maxPages * maxPages
    lists = PageListMap(orders: scale.orders, zones: zones.count, cpus: layout.cpus)
    let count = end - base
    let blocks = count >> scale.pageblockOrder
    frames = Table(repeating: Frame(.hole).bits, count: count)
    links = Table(repeating: PageLinks(next: PageLinks.none, previous: PageLinks.none), count: count)
    pageblocks = Table(repeating: Migratetype.movable.rawValue, count: blocks)
    touched = Table(repeating: true, count: blocks)
    heads = Table(
      repeating: PageListHead(first: PageLinks.none, last: PageLinks.none, length: 0), count: lists.count)
    meanings = Table(
      repeating: PageListMeaning(placeBits: 0, pages: 0, counter: 0, secondCounter: 0), count: lists.count)
    registers = Table(
      repeating: 0,
      count: Register.zonesStart + zones.count * ZoneField.total
        + zones.count * layout.cpus * PagesetField.total)
    giveListsTheirMeaning()
    setRegister(.kernel(.version), KernelVersion.v6_12.number)
    for (field, value) in Tunables().fields { setRegister(.kernel(field), value) }
    for zone in zones { layOut(zone) }
  }

  /// A second memory in the same state, for another thread.
  public func copy() -> sending Memory {
    // It shares nothing with this one: every table is copied.
    nonisolated(unsafe) let copy = Memory(copying: self)
    return copy
  }

  /// A second memory in the same state.
  public init(copying other: Memory) {
    layout = other.layout
    scale = other.scale
    zones = other.zones
    base = other.base
    end = other.end
    lists = other.lists
    pageblockOrder = other.pageblockOrder
    frames = Table(copying: other.frames)
    links = Table(copying: other.links)
    pageblocks = Table(copying: other.pageblocks)
    touched = Table(repeating: true, count: other.touched.count)
    heads = Table(copying: other.heads)
    meanings = Table(copying: other.meanings)
    registers = Table(copying: other.registers)
  }

  @inline(__always) public func frame(at pfn: Pfn) -> Frame { Frame(bits: frames[pfn &- base]) }

  /// Whether `pfn` is stored at all.
  @inline(__always) public func contains(_ pfn: Pfn) -> Bool { pfn >= base && pfn < end }

  @inline(__always) public func migratetype(ofPageblockAt pfn: Pfn) -> Migratetype {
    Migratetype(rawValue: pageblocks[(pfn &- base) &>> pageblockOrder] & 7).unsafelyUnwrapped
  }
  /// The pageblock's skip hint (model 4.7).
  @inline(__always) public func skipHint(at pfn: Pfn) -> Bool {
    pageblocks[(pfn &- base) &>> pageblockOrder] & Memory.skipBit != 0
  }
  static let skipBit: UInt8 = 8

  @inline(__always) public subscript(_ register: Register) -> Int { registers[register.index] }

  /// The run that is under way, or was the last.
  @inline(__always) public var run: RunSlot { RunSlot(index: self[.kernel(.run)]) }
  /// What the run under way, or the last one, knows of itself.
  @inline(__always) public subscript(_ field: ControlField) -> Int { self[.control(field, of: run)] }

  /// A zone's marks as they are now, in pages.
  public func watermarks(ofZone zone: Int) -> Watermarks {
    Watermarks(
      min: self[.zone(zone, .watermarkMin)], low: self[.zone(zone, .watermarkLow)],
      high: self[.zone(zone, .watermarkHigh)], promo: self[.zone(zone, .watermarkPromo)])
  }

  public func pagesetRegister(zone: Int, cpu: Int, _ field: PagesetField) -> Register {
    Register.pageset(zone: zone, cpu: cpu, field, zones: lists.zones, cpus: lists.cpus)
  }

  /// The zone that spans `pfn`, if any.
  @inline(__always) public func zone(at pfn: Pfn) -> Zone? {
    for zone in zones where zone.contains(pfn) { return zone }
    return nil
  }

  /// The order of the pages on a per-CPU list.
  @inline(__always) func perCPUOrder(ofList index: Int) -> Order {
    index < 12 ? index / 3 : scale.hugeOrder
  }

  @inline(__always) func first(of list: PageList) -> Pfn? {
    let first = heads[Int(list.index)].first
    return first == PageLinks.none ? nil : Int(first)
  }
  @inline(__always) func last(of list: PageList) -> Pfn? {
    let last = heads[Int(list.index)].last
    return last == PageLinks.none ? nil : Int(last)
  }
  @inline(__always) func next(after pfn: Pfn) -> Pfn? {
    let next = links[pfn &- base].next
    return next == PageLinks.none ? nil : Int(next)
  }
  @inline(__always) func previous(before pfn: Pfn) -> Pfn? {
    let previous = links[pfn &- base].previous
    return previous == PageLinks.none ? nil : Int(previous)
  }
  @inline(__always) func isEmpty(_ list: PageList) -> Bool { heads[Int(list.index)].length == 0 }
  @inline(__always) func length(of list: PageList) -> Int { Int(heads[Int(list.index)].length) }

  /// Puts the pages of a list, first one first, into an array.
  func pages(on list: PageList) -> [Pfn] {
    var pages: [Pfn] = []
    pages.reserveCapacity(length(of: list))
    var pfn = first(of: list)
    while let here = pfn {
      pages.append(here)
      pfn = next(after: here)
    }
    return pages
  }
}
