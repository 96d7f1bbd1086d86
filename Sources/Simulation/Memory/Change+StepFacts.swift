/// How what a step was about lies in the 16 bytes of the change that ends it: written and read here, and
/// nowhere else.
extension Change {
  /// A change at which nothing changes and something is said.
  /// - Parameter memory: knows where its zones begin.
  @inline(__always) init(noting rule: Rule, _ facts: StepFacts, in memory: Memory) {
    func note(_ frame: Pfn, _ argument: Int = 0, _ list: Int = 0) -> Change {
      Change(
        .note, rule, list: UInt16(truncatingIfNeeded: list), frame: frame,
        argument: UInt32(truncatingIfNeeded: argument))
    }
    func start(_ zone: Int) -> Pfn { memory.zones[zone].start }
    self =
      switch facts {
      case .nothing: note(0)
      case .run(let zone, let migrate, let free): note(migrate, free, zone)
      case .runEnd(let zone, let migrate, let result): note(migrate, result.rawValue, zone)
      case .test(let migrate, let free, let result): note(migrate, free, result.rawValue)
      case .position(let pfn), .page(let pfn), .pageblock(let pfn): note(pfn)
      case .isolated(let pages, let most): note(most, pages)
      case .signal(let pfn, let byThread): note(pfn, byThread ? 1 : 0)
      case .block(let pfn, let order): note(pfn, order)
      case .pages(let pfn, let count): note(pfn, count)
      case .range(let pfn, let count, let busy): note(pfn, count, min(busy, Int(UInt16.max)))
      case .move(let source, let target): note(source, target)
      case .look(let pfn, let ahead, let scanned): note(pfn, scanned, ahead)
      case .sourceBlock(let pfn, let finishes): note(pfn, finishes ? 1 : 0)
      case .targetBlock(let pfn, let stride): note(pfn, stride)
      case .batch(let pfn, let taken, let scanned, let end): note(pfn, taken << 3 | end.rawValue, scanned)
      case .search(let pfn, let looked, let refused): note(pfn, looked, refused ? 1 : 0)
      case .jump(let pfn, let toMiddle): note(pfn, toMiddle ? 1 : 0)
      case .watermark(let pfn, let free): note(pfn, free)
      case .zone(let zone): note(start(zone), 0, zone)
      case .check(let zone, let order, let mark, let free, let least):
        note(least, free, Change.packed(zone, order, mark.rawValue))
      case .unsuitable(let zone, let order, let why):
        note(why.needed, why.has, Change.packed(zone, order, why.reason.rawValue))
      case .putOff(let zone, let considered, let limit): note(start(zone), considered, limit)
      case .deferral(let zone, let order, let shift): note(start(zone), order, shift)
      case .drain(let zone, let cpu, let pages): note(start(zone), pages, cpu)
      case .boost(let zone, let pages): note(start(zone), pages)
      case .busy(let pfn, let reason): note(pfn, reason.number)
      case .overflow(let zone, let pages, let high): note(high, pages, zone)
      case .refill(let zone, let order, let blocks): note(start(zone), blocks, order)
      case .claim(let pfn, let order, let free, let alike): note(pfn, free << 16 | alike, order)
      case .request(let order, let highest, let page): note(page ?? 0, order, highest.rawValue)
      case .failure(let order, let why): note(0, order, why.rawValue)
      case .wakeup(let order, let zone): note(0, order ?? 0, zone.map { $0 + 1 } ?? 0)
      case .edits(let count, let scope): note(0, count, scope.rawValue)
      }
  }

  /// A zone, an order and one of a few cases in 16 bits.
  private static func packed(_ zone: Int, _ order: Order, _ which: Int) -> Int {
    zone << 8 | order << 4 | which
  }

  /// What one of its steps is about.
  /// - Parameters:
  ///   - ordinal: which of its steps, from 0.
  ///   - memory: as it is after that step.
  ///   - later: changes that were made since, if memory has them already.
  func step(_ ordinal: Int, in memory: Memory, before later: [Change] = []) -> Step {
    let pfn = Int(frame)
    let facts: StepFacts =
      switch operation {
      case .note: noted(in: memory)
      case .linkFirst, .linkLast:
        .block(start: pfn, order: Frame(bits: memory.frame(at: pfn).bits ^ frameBits(of: later)).order)
      case .isolate, .unlink, .frame: .page(pfn)
      case .move, .moveFirst: .move(source: pfn, target: Int(argument))
      case .migrateScan, .freeScan: .look(at: pfn + ordinal * Int(list), ahead: Int(list), scanned: 1)
      case .migrateJump, .freeJump: .look(at: pfn, ahead: Int(list), scanned: Int(argument))
      case .handOut, .rotate, .pageblock, .register: .nothing
      }
    return Step(rule: rule, facts: facts)
  }

  /// The bits of this change's frame that later changes have turned over, of order and type.
  private func frameBits(of later: [Change]) -> UInt32 {
    later.reduce(into: 0) { bits, change in
      guard change.frame == frame else { return }
      switch change.operation {
      case .linkFirst, .linkLast, .isolate, .handOut, .frame: bits ^= change.argument
      default: break
      }
    }
  }

  private func noted(in memory: Memory) -> StepFacts {
    let (pfn, second, third) = (Int(frame), Int(argument), Int(list))
    func zone() -> Int { memory.zone(at: pfn)?.index ?? 0 }
    func result(_ number: Int) -> CompactResult { CompactResult(rawValue: number) ?? .continue }
    return switch rule.meaning.shape {
    case .nothing: .nothing
    case .run: .run(zone: third, migrate: pfn, free: second)
    case .runEnd: .runEnd(zone: third, migrate: pfn, result: result(second))
    case .test: .test(migrate: pfn, free: second, result: result(third))
    case .position: .position(pfn)
    case .isolated: .isolated(pages: second, most: pfn)
    case .signal: .signal(at: pfn, byThread: second != 0)
    case .page: .page(pfn)
    case .block: .block(start: pfn, order: second)
    case .pages: .pages(at: pfn, count: second)
    case .range: .range(at: pfn, count: second, busy: third)
    case .move: .move(source: pfn, target: second)
    case .look: .look(at: pfn, ahead: third, scanned: second)
    case .pageblock: .pageblock(start: pfn)
    case .sourceBlock: .sourceBlock(at: pfn, finishes: second != 0)
    case .targetBlock: .targetBlock(at: pfn, stride: second)
    case .batch:
      .batch(at: pfn, taken: second >> 3, scanned: third, ScanEnd(rawValue: second & 7) ?? .full)
    case .search: .search(at: pfn, looked: second, refused: third != 0)
    case .jump: .jump(to: pfn, toMiddle: second != 0)
    case .watermark: .watermark(at: pfn, free: second)
    case .zone: .zone(third)
    case .check:
      .check(
        zone: third >> 8, order: third >> 4 & 15, WatermarkName(rawValue: third & 15) ?? .min, free: second,
        least: pfn)
    case .unsuitable:
      .unsuitable(
        zone: third >> 8, order: third >> 4 & 15,
        Unsuitability(
          Unsuitability.Reason(rawValue: third & 15) ?? .tooFewPages, has: second, needed: pfn))
    case .putOff: .putOff(zone: zone(), considered: second, limit: third)
    case .deferral: .deferral(zone: zone(), order: second, shift: third)
    case .drain: .drain(zone: zone(), cpu: third, pages: second)
    case .boost: .boost(zone: zone(), pages: second)
    case .busy: .busy(at: pfn, BusyReason(number: second))
    case .overflow: .overflow(zone: third, pages: second, high: pfn)
    case .refill: .refill(zone: zone(), order: third, blocks: second)
    case .claim: .claim(start: pfn, order: third, free: second >> 16, alike: second & 0xffff)
    case .request:
      .request(
        order: second, highest: ZoneName(rawValue: third) ?? .movable, page: pfn == 0 ? nil : pfn)
    case .failure: .failure(order: second, RequestFailure(rawValue: third) ?? .exhausted)
    case .wakeup: .wakeup(order: second == 0 ? nil : second, zone: third == 0 ? nil : third - 1)
    case .edits: .edits(count: second, scope: EditScope(rawValue: third) ?? .contents)
    }
  }
}
