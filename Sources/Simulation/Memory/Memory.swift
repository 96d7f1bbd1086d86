/// The physical memory of one machine, every page of it, together with the state of its page allocator
/// and of a compaction run: flat arrays of frames, links, pageblocks, list heads and registers.
///
/// It owns its storage and hands out values only. It is not synchronised: one thread at a time may use
/// it, and handing it on is the owner's business.
public final class Memory: @unchecked Sendable {
  public let layout: MachineLayout
  public let scale: Scale
  public let zones: [Zone]
  /// The lowest pfn that is stored, a pageblock's first, and the first one behind the highest.
  public let base: Pfn
  public let end: Pfn

  let lists: PageListMap
  private let frames: UnsafeMutablePointer<UInt32>
  private let links: UnsafeMutablePointer<PageLinks>
  private let pageblocks: UnsafeMutablePointer<UInt8>
  /// A byte for each pageblock: 1 once a page, a link or the type in it has been written.
  private let touched: UnsafeMutablePointer<Bool>
  private let heads: UnsafeMutablePointer<PageListHead>
  private let meanings: UnsafeMutablePointer<PageListMeaning>
  private let registers: UnsafeMutablePointer<Int>
  private let registerCount: Int
  private let pageblockCount: Int
  private let pageblockOrder: Order
  private let sources: Int
  private let targetList: Int

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

    sources = Int(lists.migratePages.index)
    targetList = Int(lists.targets.index)
    let count = end - base
    frames = .allocate(capacity: count)
    frames.initialize(repeating: Frame(.hole).bits, count: count)
    links = .allocate(capacity: count)
    links.initialize(repeating: PageLinks(next: PageLinks.none, previous: PageLinks.none), count: count)
    pageblockCount = count >> scale.pageblockOrder
    pageblocks = .allocate(capacity: pageblockCount)
    pageblocks.initialize(repeating: Migratetype.movable.rawValue, count: pageblockCount)
    touched = .allocate(capacity: pageblockCount)
    touched.initialize(repeating: true, count: pageblockCount)
    heads = .allocate(capacity: lists.count)
    heads.initialize(
      repeating: PageListHead(first: PageLinks.none, last: PageLinks.none, length: 0), count: lists.count)
    meanings = .allocate(capacity: lists.count)
    meanings.initialize(
      repeating: PageListMeaning(placeBits: 0, pages: 0, counter: 0, secondCounter: 0), count: lists.count)
    registerCount =
      Register.zonesStart + zones.count * ZoneField.total
      + zones.count * layout.cpus * PagesetField.total
    registers = .allocate(capacity: registerCount)
    registers.initialize(repeating: 0, count: registerCount)

    giveListsTheirMeaning()
    for zone in zones { layOut(zone) }
  }

  /// A second memory in the same state.
  public init(copying other: Memory) {
    layout = other.layout
    scale = other.scale
    zones = other.zones
    base = other.base
    end = other.end
    lists = other.lists
    registerCount = other.registerCount
    pageblockCount = other.pageblockCount
    pageblockOrder = other.pageblockOrder
    sources = other.sources
    targetList = other.targetList
    let count = end - base
    frames = .allocate(capacity: count)
    frames.initialize(from: other.frames, count: count)
    links = .allocate(capacity: count)
    links.initialize(from: other.links, count: count)
    pageblocks = .allocate(capacity: pageblockCount)
    pageblocks.initialize(from: other.pageblocks, count: pageblockCount)
    touched = .allocate(capacity: pageblockCount)
    touched.initialize(repeating: true, count: pageblockCount)
    heads = .allocate(capacity: lists.count)
    heads.initialize(from: other.heads, count: lists.count)
    meanings = .allocate(capacity: lists.count)
    meanings.initialize(from: other.meanings, count: lists.count)
    registers = .allocate(capacity: registerCount)
    registers.initialize(from: other.registers, count: registerCount)
  }

  deinit {
    frames.deallocate()
    links.deallocate()
    pageblocks.deallocate()
    touched.deallocate()
    heads.deallocate()
    meanings.deallocate()
    registers.deallocate()
  }

  private func giveListsTheirMeaning() {
    func mean(
      _ list: PageList, _ place: Place, pages: Int, _ counter: Register, _ second: Register? = nil
    ) {
      meanings[Int(list.index)] = PageListMeaning(
        placeBits: Frame.placeBits(place), pages: Int32(pages), counter: UInt16(counter.index),
        secondCounter: UInt16((second ?? .control(.uncounted)).index))
    }
    for zone in zones.indices {
      for order in 0...scale.maxOrder {
        for type in Migratetype.allCases {
          let second: Register? =
            switch type {
            case .cma: .zone(zone, .freeCMA)
            case .highAtomic: .zone(zone, .freeHighAtomic)
            default: nil
            }
          mean(
            lists.free(zone: zone, order: order, type: type), .buddy, pages: order.pages,
            .zone(zone, .freePages), second)
        }
      }
      for cpu in 0..<layout.cpus {
        for index in 0..<PageListMap.perCPUSetLists {
          mean(
            lists.perCPU(zone: zone, cpu: cpu, index: index), .perCPU,
            pages: perCPUOrder(ofList: index).pages, pagesetRegister(zone: zone, cpu: cpu, .count))
        }
      }
    }
    mean(lists.migratePages, .isolatedSource, pages: 1, .control(.sources))
    mean(lists.targets, .target, pages: 1, .control(.targets))
    mean(lists.captured, .captured, pages: 1, .control(.captured))
    for order in 0...scale.maxOrder {
      mean(
        lists.freePages(order: order), .isolatedFree, pages: order.pages, .control(.nrFreepages))
    }
  }

  private func layOut(_ zone: Zone) {
    for range in zone.layout.ranges {
      let first = range.lowerBound.start(ofOrder: scale.sectionOrder)
      let last = (range.upperBound + scale.sectionOrder.pages).start(ofOrder: scale.sectionOrder)
      for pfn in max(first, zone.start)..<min(last, zone.end) {
        frames[pfn - base] = Frame(.unavailable).bits
      }
    }
    for range in zone.layout.ranges {
      (frames + (range.lowerBound - base)).update(repeating: Frame(.free).bits, count: range.count)
    }
    if !zone.groupsByMobility {
      for pfn in stride(from: scale.pageblockStart(zone.start), to: zone.end, by: scale.pageblockPages) {
        pageblocks[(pfn - base) >> pageblockOrder] = Migratetype.unmovable.rawValue
      }
    }
    for (field, pages) in zone.layout.watermarks.fields {
      registers[Register.zone(zone.index, field).index] = pages
    }
    guard let pageset = zone.layout.pageset else { return }
    for cpu in 0..<layout.cpus {
      registers[pagesetRegister(zone: zone.index, cpu: cpu, .batch).index] = pageset.batch
      registers[pagesetRegister(zone: zone.index, cpu: cpu, .high).index] = pageset.high
      registers[pagesetRegister(zone: zone.index, cpu: cpu, .highMin).index] = pageset.high
      registers[pagesetRegister(zone: zone.index, cpu: cpu, .highMax).index] = pageset.highMax
    }
  }

  // MARK: Reading

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

  // MARK: Changing

  @inline(__always) private func touch(_ pfn: Pfn) { touched[(pfn &- base) &>> pageblockOrder] = true }

  @inline(__always) private func changeFrame(_ pfn: Pfn, _ difference: UInt32) {
    frames[pfn &- base] ^= difference
    touch(pfn)
  }
  @inline(__always) private func setLinks(_ pfn: Pfn, _ new: PageLinks) {
    links[pfn &- base] = new
    touch(pfn)
  }
  @inline(__always) private func setNext(_ page: UInt32, _ next: UInt32) {
    links[Int(page) &- base].next = next
    touch(Int(page))
  }
  @inline(__always) private func setPrevious(_ page: UInt32, _ previous: UInt32) {
    links[Int(page) &- base].previous = previous
    touch(Int(page))
  }

  /// The pageblocks written to since the last call, as indices from `base`; all of them at first.
  func takeTouchedPageblocks() -> [Int] {
    var indices: [Int] = []
    for index in 0..<pageblockCount where touched[index] {
      indices.append(index)
      touched[index] = false
    }
    return indices
  }

  /// Carries out a change.
  @inline(__always) func apply(_ change: Change) {
    let pfn = Int(change.frame)
    let list = Int(change.list)
    switch change.operation {
    case .note: break
    case .linkFirst:
      changeFrame(pfn, change.argument)
      insertFirst(pfn, list)
    case .linkLast:
      changeFrame(pfn, change.argument)
      insertLast(pfn, list)
    case .isolate:
      changeFrame(pfn, change.argument)
      insertFirst(pfn, list)
      registers[ControlField.migrateCursor.rawValue] = pfn &+ 1
      registers[ControlField.migrateScanned.rawValue] &+= 1
      registers[ControlField.nrMigratepages.rawValue] &+= 1
    case .handOut:
      changeFrame(pfn, change.argument)
      insertLast(pfn, list)
      registers[ControlField.nrMigratepages.rawValue] &-= 1
    case .unlink:
      remove(pfn, list)
      changeFrame(pfn, meanings[list].placeBits)
    case .rotate: rotate(list, toBeginWith: change.frame)
    case .frame: changeFrame(pfn, change.argument)
    case .move: exchangeContents(pfn, Int(change.argument), order: list)
    case .moveFirst:
      let target = Int(change.argument)
      remove(pfn, sources)
      remove(target, targetList)
      changeFrame(pfn, meanings[sources].placeBits)
      changeFrame(target, meanings[targetList].placeBits)
      exchangeContents(pfn, target, order: 0)
      registers[ControlField.batchMoved.rawValue] &+= 1
    case .pageblock:
      pageblocks[(pfn &- base) &>> pageblockOrder] ^= UInt8(truncatingIfNeeded: change.argument)
      touch(pfn)
    case .register: registers[list] &+= change.amount
    case .migrateScan:
      let probes = Int(change.argument)
      registers[ControlField.migrateCursor.rawValue] = pfn &+ probes &* list
      registers[ControlField.migrateScanned.rawValue] &+= probes
    case .freeScan:
      let probes = Int(change.argument)
      registers[ControlField.freeCursor.rawValue] = pfn &+ probes &* list
      registers[ControlField.freeScanned.rawValue] &+= probes
    case .migrateJump:
      registers[ControlField.migrateCursor.rawValue] = pfn &+ list
      registers[ControlField.migrateScanned.rawValue] &+= Int(change.argument)
    case .freeJump:
      registers[ControlField.freeCursor.rawValue] = pfn &+ list
      registers[ControlField.freeScanned.rawValue] &+= Int(change.argument)
    }
  }

  /// Takes the change back that was applied last.
  @inline(__always) func revert(_ change: Change) {
    let pfn = Int(change.frame)
    let list = Int(change.list)
    switch change.operation {
    case .note: break
    case .linkFirst, .linkLast:
      remove(pfn, list)
      changeFrame(pfn, change.argument)
    case .isolate:
      remove(pfn, list)
      changeFrame(pfn, change.argument)
      registers[ControlField.migrateCursor.rawValue] = pfn
      registers[ControlField.migrateScanned.rawValue] &-= 1
      registers[ControlField.nrMigratepages.rawValue] &-= 1
    case .handOut:
      remove(pfn, list)
      changeFrame(pfn, change.argument)
      registers[ControlField.nrMigratepages.rawValue] &+= 1
    case .unlink:
      changeFrame(pfn, meanings[list].placeBits)
      insert(pfn, before: change.argument, list)
    case .rotate: rotate(list, toBeginWith: change.argument)
    case .frame: changeFrame(pfn, change.argument)
    case .move: exchangeContents(pfn, Int(change.argument), order: list)
    case .moveFirst:
      let target = Int(change.argument)
      exchangeContents(pfn, target, order: 0)
      changeFrame(target, meanings[targetList].placeBits)
      changeFrame(pfn, meanings[sources].placeBits)
      insertFirst(target, targetList)
      insertFirst(pfn, sources)
      registers[ControlField.batchMoved.rawValue] &-= 1
    case .pageblock:
      pageblocks[(pfn &- base) &>> pageblockOrder] ^= UInt8(truncatingIfNeeded: change.argument)
      touch(pfn)
    case .register: registers[list] &-= change.amount
    case .migrateScan, .migrateJump:
      registers[ControlField.migrateCursor.rawValue] = pfn
      registers[ControlField.migrateScanned.rawValue] &-= Int(change.argument)
    case .freeScan, .freeJump:
      registers[ControlField.freeCursor.rawValue] = pfn
      registers[ControlField.freeScanned.rawValue] &-= Int(change.argument)
    }
  }

  @inline(__always) private func count(_ list: Int, _ sign: Int) {
    let meaning = meanings[list]
    let pages = Int(meaning.pages) &* sign
    registers[Int(meaning.counter)] &+= pages
    registers[Int(meaning.secondCounter)] &+= pages
  }

  @inline(__always) private func insertFirst(_ pfn: Pfn, _ list: Int) {
    let old = heads[list].first
    let page = UInt32(truncatingIfNeeded: pfn)
    setLinks(pfn, PageLinks(next: old, previous: PageLinks.none))
    if old == PageLinks.none { heads[list].last = page } else { setPrevious(old, page) }
    heads[list].first = page
    heads[list].length &+= 1
    count(list, 1)
  }

  @inline(__always) private func insertLast(_ pfn: Pfn, _ list: Int) {
    let old = heads[list].last
    let page = UInt32(truncatingIfNeeded: pfn)
    setLinks(pfn, PageLinks(next: PageLinks.none, previous: old))
    if old == PageLinks.none { heads[list].first = page } else { setNext(old, page) }
    heads[list].last = page
    heads[list].length &+= 1
    count(list, 1)
  }

  @inline(__always) private func insert(_ pfn: Pfn, before successor: UInt32, _ list: Int) {
    guard successor != PageLinks.none else { return insertLast(pfn, list) }
    let previous = links[Int(successor) &- base].previous
    guard previous != PageLinks.none else { return insertFirst(pfn, list) }
    let page = UInt32(truncatingIfNeeded: pfn)
    setLinks(pfn, PageLinks(next: successor, previous: previous))
    setPrevious(successor, page)
    setNext(previous, page)
    heads[list].length &+= 1
    count(list, 1)
  }

  @inline(__always) private func remove(_ pfn: Pfn, _ list: Int) {
    let link = links[pfn &- base]
    if link.previous == PageLinks.none {
      heads[list].first = link.next
    } else {
      setNext(link.previous, link.next)
    }
    if link.next == PageLinks.none {
      heads[list].last = link.previous
    } else {
      setPrevious(link.next, link.previous)
    }
    setLinks(pfn, PageLinks(next: PageLinks.none, previous: PageLinks.none))
    heads[list].length &-= 1
    count(list, -1)
  }

  private func rotate(_ list: Int, toBeginWith page: UInt32) {
    let head = heads[list]
    guard head.first != page else { return }
    let newLast = links[Int(page) &- base].previous
    setNext(head.last, head.first)
    setPrevious(head.first, head.last)
    setNext(newLast, PageLinks.none)
    setPrevious(page, PageLinks.none)
    heads[list].first = page
    heads[list].last = newLast
  }

  @inline(__always) private func exchangeContents(_ source: Pfn, _ target: Pfn, order: Order) {
    for offset in 0..<order.pages {
      let a = frames[source &+ offset &- base]
      let b = frames[target &+ offset &- base]
      let difference = (a ^ b) & Frame.contentMask
      frames[source &+ offset &- base] = a ^ difference
      frames[target &+ offset &- base] = b ^ difference
    }
    touch(source)
    touch(target)
  }

  // MARK: Building, before any run

  /// Overwrites the bits of a frame that is on no list.
  @inline(__always) func setFrame(_ frame: Frame, at pfn: Pfn) { frames[pfn &- base] = frame.bits }

  func setPageblock(_ byte: UInt8, at pfn: Pfn) { pageblocks[(pfn - base) >> pageblockOrder] = byte }

  func setRegister(_ register: Register, _ value: Int) { registers[register.index] = value }

  // MARK: Comparing

  /// What differs from another state of the same machine, given the pageblocks in which pages may.
  func delta(to other: Memory, in blocks: [Int]) -> StateDelta {
    var delta = StateDelta()
    for block in blocks {
      for index in block << pageblockOrder..<(block + 1) << pageblockOrder {
        let frame = frames[index] ^ other.frames[index]
        let next = links[index].next ^ other.links[index].next
        let previous = links[index].previous ^ other.links[index].previous
        if frame | next | previous != 0 {
          delta.pages.append(
            StateDelta.Page(
              pfn: UInt32(base + index), frame: frame, next: next, previous: previous))
        }
      }
    }
    for index in 0..<pageblockCount where pageblocks[index] != other.pageblocks[index] {
      delta.pageblocks.append(
        StateDelta.Word(index: index, difference: UInt64(pageblocks[index] ^ other.pageblocks[index])))
    }
    for index in 0..<lists.count {
      let a = heads[index]
      let b = other.heads[index]
      let ends = UInt64(a.first ^ b.first) | UInt64(a.last ^ b.last) << 32
      if ends != 0 { delta.heads.append(StateDelta.Word(index: index * 2, difference: ends)) }
      let length = UInt64(a.length ^ b.length)
      if length != 0 { delta.heads.append(StateDelta.Word(index: index * 2 + 1, difference: length)) }
    }
    for index in 0..<registerCount where registers[index] != other.registers[index] {
      delta.registers.append(
        StateDelta.Word(
          index: index, difference: UInt64(bitPattern: Int64(registers[index] ^ other.registers[index]))))
    }
    return delta
  }

  /// Goes from one of the two states that a delta was taken of to the other.
  func apply(_ delta: StateDelta) {
    delta.pages.withUnsafeBufferPointer { pages in
      for page in pages {
        let index = Int(page.pfn) &- base
        frames[index] ^= page.frame
        links[index].next ^= page.next
        links[index].previous ^= page.previous
        touch(Int(page.pfn))
      }
    }
    for word in delta.pageblocks {
      pageblocks[word.index] ^= UInt8(truncatingIfNeeded: word.difference)
      touched[word.index] = true
    }
    for word in delta.heads {
      let list = word.index / 2
      if word.index % 2 == 0 {
        heads[list].first ^= UInt32(truncatingIfNeeded: word.difference)
        heads[list].last ^= UInt32(truncatingIfNeeded: word.difference >> 32)
      } else {
        heads[list].length ^= UInt32(truncatingIfNeeded: word.difference)
      }
    }
    for word in delta.registers {
      registers[word.index] ^= Int(Int64(bitPattern: word.difference))
    }
  }

  /// A digest of the whole state: equal states have equal digests, different ones hardly ever.
  public var digest: UInt64 {
    func mix(_ hash: inout UInt64, _ bytes: UnsafeRawPointer, _ count: Int) {
      var a = hash
      for index in stride(from: 0, to: count & ~7, by: 8) {
        a = (a ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9e37_79b9_7f4a_7c15
        a ^= a >> 29
      }
      for index in (count & ~7)..<count {
        a = (a ^ UInt64(bytes.load(fromByteOffset: index, as: UInt8.self))) &* 0x100_0000_01b3
      }
      hash = a
    }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    mix(&hash, frames, (end - base) * 4)
    mix(&hash, links, (end - base) * 8)
    mix(&hash, pageblocks, pageblockCount)
    mix(&hash, heads, lists.count * MemoryLayout<PageListHead>.stride)
    mix(&hash, registers, registerCount * 8)
    return hash
  }
}

extension Change {
  /// The amount of a `register` change.
  @inline(__always) var amount: Int {
    Int(Int64(bitPattern: UInt64(frame) | UInt64(argument) &<< 32))
  }
  @inline(__always) static func register(_ register: Register, by amount: Int, _ rule: Rule = .none)
    -> Change
  {
    let bits = UInt64(bitPattern: Int64(amount))
    return Change(
      .register, rule, list: UInt16(truncatingIfNeeded: register.index),
      frame: Int(bits & 0xffff_ffff), argument: UInt32(truncatingIfNeeded: bits &>> 32))
  }
}
