/// Carrying a change out, and taking it back.
extension Memory {
  @inline(__always) func touch(_ pfn: Pfn) { touched[(pfn &- base) &>> pageblockOrder] = true }

  @inline(__always) func changeFrame(_ pfn: Pfn, _ difference: UInt32) {
    frames[pfn &- base] ^= difference
    touch(pfn)
  }
  @inline(__always) func setLinks(_ pfn: Pfn, _ new: PageLinks) {
    links[pfn &- base] = new
    touch(pfn)
  }
  @inline(__always) func setNext(_ page: UInt32, _ next: UInt32) {
    links[Int(page) &- base].next = next
    touch(Int(page))
  }
  @inline(__always) func setPrevious(_ page: UInt32, _ previous: UInt32) {
    links[Int(page) &- base].previous = previous
    touch(Int(page))
  }

  /// The pageblocks written to since the last call, as indices from `base`; all of them at first.
  func takeTouchedPageblocks() -> [Int] {
    var indices: [Int] = []
    for index in 0..<touched.count where touched[index] {
      indices.append(index)
      touched[index] = false
    }
    return indices
  }

  /// The index of a register of the run under way: what scanners count is counted there.
  @inline(__always) private func control(_ field: ControlField) -> Int {
    Register.control(field, of: run).index
  }
  @inline(__always) private var sourceList: Int { Int(lists.migratePages(of: run).index) }
  @inline(__always) private var targetList: Int { Int(lists.targets(of: run).index) }

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
      registers[control(.migrateCursor)] = pfn &+ 1
      registers[control(.migrateScanned)] &+= 1
      registers[control(.nrMigratepages)] &+= 1
    case .handOut:
      changeFrame(pfn, change.argument)
      insertLast(pfn, list)
      registers[control(.nrMigratepages)] &-= 1
    case .unlink:
      remove(pfn, list)
      changeFrame(pfn, meanings[list].placeBits)
    case .rotate: rotate(list, toBeginWith: change.frame)
    case .frame: changeFrame(pfn, change.argument)
    case .move: exchangeContents(pfn, Int(change.argument), order: list)
    case .moveFirst:
      let target = Int(change.argument)
      remove(pfn, sourceList)
      remove(target, targetList)
      changeFrame(pfn, Frame.placeBits(.isolatedSource))
      changeFrame(target, Frame.placeBits(.target))
      exchangeContents(pfn, target, order: 0)
      registers[control(.batchMoved)] &+= 1
    case .pageblock:
      pageblocks[(pfn &- base) &>> pageblockOrder] ^= UInt8(truncatingIfNeeded: change.argument)
      touch(pfn)
    case .register: registers[list] &+= change.amount
    case .migrateScan:
      let probes = Int(change.argument)
      registers[control(.migrateCursor)] = pfn &+ probes &* list
      registers[control(.migrateScanned)] &+= probes
    case .freeScan:
      let probes = Int(change.argument)
      registers[control(.freeCursor)] = pfn &+ probes &* list
      registers[control(.freeScanned)] &+= probes
    case .migrateJump:
      registers[control(.migrateCursor)] = pfn &+ list
      registers[control(.migrateScanned)] &+= Int(change.argument)
    case .freeJump:
      registers[control(.freeCursor)] = pfn &+ list
      registers[control(.freeScanned)] &+= Int(change.argument)
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
      registers[control(.migrateCursor)] = pfn
      registers[control(.migrateScanned)] &-= 1
      registers[control(.nrMigratepages)] &-= 1
    case .handOut:
      remove(pfn, list)
      changeFrame(pfn, change.argument)
      registers[control(.nrMigratepages)] &+= 1
    case .unlink:
      changeFrame(pfn, meanings[list].placeBits)
      insert(pfn, before: change.argument, list)
    case .rotate: rotate(list, toBeginWith: change.argument)
    case .frame: changeFrame(pfn, change.argument)
    case .move: exchangeContents(pfn, Int(change.argument), order: list)
    case .moveFirst:
      let target = Int(change.argument)
      exchangeContents(pfn, target, order: 0)
      changeFrame(target, Frame.placeBits(.target))
      changeFrame(pfn, Frame.placeBits(.isolatedSource))
      insertFirst(target, targetList)
      insertFirst(pfn, sourceList)
      registers[control(.batchMoved)] &-= 1
    case .pageblock:
      pageblocks[(pfn &- base) &>> pageblockOrder] ^= UInt8(truncatingIfNeeded: change.argument)
      touch(pfn)
    case .register: registers[list] &-= change.amount
    case .migrateScan, .migrateJump:
      registers[control(.migrateCursor)] = pfn
      registers[control(.migrateScanned)] &-= Int(change.argument)
    case .freeScan, .freeJump:
      registers[control(.freeCursor)] = pfn
      registers[control(.freeScanned)] &-= Int(change.argument)
    }
  }

  @inline(__always) func count(_ list: Int, _ sign: Int) {
    let meaning = meanings[list]
    let pages = Int(meaning.pages) &* sign
    registers[Int(meaning.counter)] &+= pages
    registers[Int(meaning.secondCounter)] &+= pages
  }

  @inline(__always) func insertFirst(_ pfn: Pfn, _ list: Int) {
    let old = heads[list].first
    let page = UInt32(truncatingIfNeeded: pfn)
    setLinks(pfn, PageLinks(next: old, previous: PageLinks.none))
    if old == PageLinks.none { heads[list].last = page } else { setPrevious(old, page) }
    heads[list].first = page
    heads[list].length &+= 1
    count(list, 1)
  }

  @inline(__always) func insertLast(_ pfn: Pfn, _ list: Int) {
    let old = heads[list].last
    let page = UInt32(truncatingIfNeeded: pfn)
    setLinks(pfn, PageLinks(next: PageLinks.none, previous: old))
    if old == PageLinks.none { heads[list].first = page } else { setNext(old, page) }
    heads[list].last = page
    heads[list].length &+= 1
    count(list, 1)
  }

  @inline(__always) func insert(_ pfn: Pfn, before successor: UInt32, _ list: Int) {
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

  @inline(__always) func remove(_ pfn: Pfn, _ list: Int) {
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

  func rotate(_ list: Int, toBeginWith page: UInt32) {
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

  @inline(__always) func exchangeContents(_ source: Pfn, _ target: Pfn, order: Order) {
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
}

extension Change {
  /// The amount of a `register` change.
  @inline(__always) var amount: Int {
    Int(Int64(bitPattern: UInt64(frame) | UInt64(argument) &<< 32))
  }
  @inline(__always) static func register(_ register: Register, by amount: Int) -> Change {
    let bits = UInt64(bitPattern: Int64(amount))
    return Change(
      .register, .none, list: UInt16(truncatingIfNeeded: register.index),
      frame: Int(bits & 0xffff_ffff), argument: UInt32(truncatingIfNeeded: bits &>> 32))
  }
}
