/// A step of a run: the rule that fired, and what it was about.
public struct Step: Equatable, Sendable {
  public var rule: Rule
  public var facts: StepFacts
}

/// What a step was about. Which of the shapes a rule's steps have stands in its row of `RuleMeaning`.
/// A zone is its index among the machine's populated zones.
public enum StepFacts: Equatable, Sendable {
  /// Nothing but the rule.
  case nothing
  /// A run of a zone begins with its scanners here.
  case run(zone: Int, migrate: Pfn, free: Pfn)
  /// A run of a zone ended with its migrate scanner here.
  case runEnd(zone: Int, migrate: Pfn, result: CompactResult)
  /// The run was tested for its end, with its scanners here.
  case test(migrate: Pfn, free: Pfn, result: CompactResult)
  /// A scanner is at this page.
  case position(Pfn)
  /// So many pages are isolated by others, of which `most` may be.
  case isolated(pages: Int, most: Int)
  /// A scanner saw at this page that the request is given up.
  case signal(at: Pfn, byThread: Bool)
  /// One page, or the block that begins with it.
  case page(Pfn)
  /// A block of 2^order pages.
  case block(start: Pfn, order: Order)
  /// So many pages, the first or last of which is near this one.
  case pages(at: Pfn, count: Int)
  /// So many pages in a row, wanted for one owner, of which so many can't be had.
  case range(at: Pfn, count: Int, busy: Int)
  /// A page and the frame it moves to; target 0 where none was found for it.
  case move(source: Pfn, target: Pfn)
  /// A scanner looks at a page, counts `scanned` pages and goes on `ahead` pages further.
  case look(at: Pfn, ahead: Int, scanned: Int)
  /// A whole pageblock that a scanner turns down.
  case pageblock(start: Pfn)
  /// The migrate scanner begins to scan at this page, and whether it goes through to the pageblock's end.
  case sourceBlock(at: Pfn, finishes: Bool)
  /// The free scanner begins to scan at this page, and looks at every so-manyth.
  case targetBlock(at: Pfn, stride: Int)
  /// A scanner stops at this page, for this reason, with `taken` pages of the `scanned` that it looked at.
  case batch(at: Pfn, taken: Int, scanned: Int, ScanEnd)
  /// A search of the free lists that looked at so many entries came to this page; `refused` where the block
  /// that it chose could not be taken.
  case search(at: Pfn, looked: Int, refused: Bool)
  /// A search sends the free scanner to this page: to the highest free block it saw, or to the middle.
  case jump(to: Pfn, toMiddle: Bool)
  /// So many pages are free that count; taking the block at this page asks for more.
  case watermark(at: Pfn, free: Int)
  case zone(Int)
  /// A watermark was not met (model 2.8): `free` pages count, of which `least` must be left.
  case check(zone: Int, order: Order, WatermarkName, free: Int, least: Int)
  /// Compaction of a zone would not help (model 8.1): it has this, and needs more.
  case unsuitable(zone: Int, order: Order, Unsuitability)
  /// An attempt passed over: the so-manyth since the last failure, of `limit`.
  case putOff(zone: Int, considered: Int, limit: Int)
  /// For this order 2^shift attempts are passed over, or were until now.
  case deferral(zone: Int, order: Order, shift: Int)
  /// So many pages leave a CPU's lists.
  case drain(zone: Int, cpu: Int, pages: Int)
  /// So many pages leave this CPU's lists, which are full at `high`; 0 where they are emptied however full.
  case overflow(zone: Int, pages: Int, high: Int)
  /// This CPU's empty list of an order is to get up to so many blocks at once.
  case refill(zone: Int, order: Order, blocks: Int)
  /// A pageblock is claimed for a free block of this order in it; so many of its pages are free, and so many
  /// are such as belong there. Free and alike are 0 where the block is a whole pageblock.
  case claim(start: Pfn, order: Order, free: Int, alike: Int)
  /// A zone's watermarks come down by so many pages.
  case boost(zone: Int, pages: Int)
  /// A page of a range that is wanted can't be had.
  case busy(at: Pfn, BusyReason)
  /// A request for a block from this zone's name or a lower one, and the first page of what it got.
  case request(order: Order, highest: ZoneName, page: Pfn?)
  /// A request got nothing.
  case failure(order: Order, RequestFailure)
  /// For which order kcompactd was to be woken, and the first zone worth it; order nil where it wakes by itself.
  case wakeup(order: Order?, zone: Int?)
  /// So many edits, and how far they reach at the most.
  case edits(count: Int, scope: EditScope)
}

extension StepFacts {
  /// Which case it is.
  public enum Shape: Sendable {
    case nothing, run, runEnd, test, position, isolated, signal, page, block, pages, range, move, look,
      pageblock
    case sourceBlock, targetBlock, batch, search, jump, watermark, zone, check, unsuitable, putOff
    case deferral, drain, overflow, refill, claim, boost, busy, request, failure, wakeup, edits
  }

  public var shape: Shape {
    switch self {
    case .nothing: .nothing
    case .run: .run
    case .runEnd: .runEnd
    case .test: .test
    case .position: .position
    case .isolated: .isolated
    case .signal: .signal
    case .page: .page
    case .block: .block
    case .pages: .pages
    case .range: .range
    case .move: .move
    case .look: .look
    case .pageblock: .pageblock
    case .sourceBlock: .sourceBlock
    case .targetBlock: .targetBlock
    case .batch: .batch
    case .search: .search
    case .jump: .jump
    case .watermark: .watermark
    case .zone: .zone
    case .check: .check
    case .unsuitable: .unsuitable
    case .putOff: .putOff
    case .deferral: .deferral
    case .drain: .drain
    case .overflow: .overflow
    case .refill: .refill
    case .claim: .claim
    case .boost: .boost
    case .busy: .busy
    case .request: .request
    case .failure: .failure
    case .wakeup: .wakeup
    case .edits: .edits
    }
  }

  /// The page, or the first page of the block, or the position that it is about; a move's source.
  public var pfn: Pfn? {
    switch self {
    case .position(let pfn), .page(let pfn), .block(let pfn, _), .pages(let pfn, _), .range(let pfn, _, _),
      .move(let pfn, _),
      .look(let pfn, _, _), .pageblock(let pfn), .sourceBlock(let pfn, _), .targetBlock(let pfn, _),
      .batch(let pfn, _, _, _), .search(let pfn, _, _), .jump(let pfn, _), .watermark(let pfn, _),
      .signal(let pfn, _), .run(_, let pfn, _), .runEnd(_, let pfn, _), .test(let pfn, _, _),
      .claim(let pfn, _, _, _), .busy(let pfn, _):
      pfn
    case .request(_, _, let page): page
    case .nothing, .isolated, .zone, .check, .unsuitable, .putOff, .deferral, .drain, .overflow,
      .refill, .boost, .failure, .wakeup, .edits:
      nil
    }
  }

  /// The zone that it is about, where it names one.
  public var zone: Int? {
    switch self {
    case .run(let zone, _, _), .runEnd(let zone, _, _), .zone(let zone), .check(let zone, _, _, _, _),
      .unsuitable(let zone, _, _), .putOff(let zone, _, _), .deferral(let zone, _, _),
      .drain(let zone, _, _), .overflow(let zone, _, _), .refill(let zone, _, _), .boost(let zone, _):
      zone
    case .wakeup(_, let zone): zone
    default: nil
    }
  }
}

extension Step {
  /// The page or block that a picture marks, if the step was about one.
  public var subject: Pfn? {
    switch rule.meaning.subject {
    case .itself: facts.pfn
    case .target: if case .move(_, let target) = facts { target } else { nil }
    case nil: nil
    }
  }
}
