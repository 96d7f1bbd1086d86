/// Setting a memory up before a run. None of this is recorded.
extension Memory {
  /// Says what a present page holds. `order` is that of the compound page that begins here.
  @inline(__always)
  public func place(_ kind: PageKind, _ flags: PageFlags = [], order: Order = 0, at pfn: Pfn) {
    setFrame(Frame(kind, flags, order: order), at: pfn)
  }

  /// Places a compound page: its head and its tails.
  public func placeCompound(_ kind: PageKind, _ flags: PageFlags = [], order: Order, at pfn: Pfn) {
    place(kind, flags.union(.head), order: order, at: pfn)
    for tail in pfn + 1..<pfn + order.pages {
      place(kind, flags.subtracting(.lru).union(.tail), at: tail)
    }
  }

  public func setMigratetype(_ type: Migratetype, ofPageblockAt pfn: Pfn) {
    let skip = skipHint(at: pfn) ? Memory.skipBit : 0
    setPageblock(type.rawValue | skip, at: pfn)
  }

  public func setSkipHint(_ skip: Bool, at pfn: Pfn) {
    setPageblock(migratetype(ofPageblockAt: pfn).rawValue | (skip ? Memory.skipBit : 0), at: pfn)
  }

  public func set(_ register: Register, to value: Int) { setRegister(register, value) }

  /// Lets a page that is placed already wait in a CPU's batch for its LRU list, behind those that do.
  public func addToFolioBatch(_ pfn: Pfn, cpu: Int) {
    apply(Change(.linkLast, .none, list: lists.folioBatch(cpu: cpu).index, frame: pfn))
  }

  /// Puts a block of free pages on a free list. The pages must be free and on no list; nothing merges.
  public func addFreeBlock(at pfn: Pfn, order: Order, type: Migratetype, toTail: Bool = false) {
    guard let zone = zone(at: pfn) else { preconditionFailure("pfn \(pfn) lies outside every zone") }
    let list = lists.free(zone: zone.index, order: order, type: type)
    let bits = Frame(.free, order: order).bits | Frame.typeBits(type) | Frame.placeBits(.buddy)
    apply(
      Change(
        toTail ? .linkLast : .linkFirst, .none, list: list.index, frame: pfn,
        argument: frame(at: pfn).bits ^ bits))
  }

  /// Puts a block on a CPU's list; `index` as in `perCPUList(zone:cpu:index:)`. The set's count follows.
  public func addPerCPUBlock(
    at pfn: Pfn, cpu: Int, index: Int, type: Migratetype, toTail: Bool = false
  ) {
    guard let zone = zone(at: pfn) else { preconditionFailure("pfn \(pfn) lies outside every zone") }
    let list = lists.perCPU(zone: zone.index, cpu: cpu, index: index)
    let bits =
      Frame(.free, order: perCPUOrder(ofList: index)).bits | Frame.typeBits(type)
      | Frame.placeBits(.perCPU)
    apply(
      Change(
        toTail ? .linkLast : .linkFirst, .none, list: list.index, frame: pfn,
        argument: frame(at: pfn).bits ^ bits))
  }

  /// Overwrites the bits of a frame that is on no list.
  @inline(__always) func setFrame(_ frame: Frame, at pfn: Pfn) { frames[pfn &- base] = frame.bits }

  func setPageblock(_ byte: UInt8, at pfn: Pfn) { pageblocks[(pfn - base) >> pageblockOrder] = byte }

  func setRegister(_ register: Register, _ value: Int) { registers[register.index] = value }
}
