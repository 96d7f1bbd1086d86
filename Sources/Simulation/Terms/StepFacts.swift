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
  /// A scanner saw at this page that the request is given up.
  case signal(at: Pfn, byThread: Bool)
  /// One page, or the block that begins with it.
  case page(Pfn)
  /// A block of 2^order pages.
  case block(start: Pfn, order: Order)
  /// So many pages, the first or last of which is near this one.
  case pages(at: Pfn, count: Int)
  /// A page and the frame it moves to; target 0 where none was found for it.
  case move(source: Pfn, target: Pfn)
  /// A scanner looks at a page, counts `scanned` pages and goes on `ahead` pages further.
  case look(at: Pfn, ahead: Int, scanned: Int)
  /// A whole pageblock that a scanner turns down.
  case pageblock(start: Pfn)
  /// The migrate scanner begins a pageblock at this page, and whether it goes through to the end of it.
  case sourceBlock(at: Pfn, finishes: Bool)
  /// The free scanner begins a pageblock at this page, and looks at every so-manyth.
  case targetBlock(at: Pfn, stride: Int)
  /// A scanner stops at this page with `taken` pages of the `scanned` that it looked at.
  case batch(at: Pfn, taken: Int, scanned: Int)
  /// A search of the free lists that looked at so many entries came to this page.
  case search(at: Pfn, looked: Int)
  /// Taking the block at this page would leave fewer free pages than `mark`.
  case watermark(at: Pfn, mark: Int)
  case zone(Int)
  /// A block of this order was to be had from a zone.
  case attempt(zone: Int, order: Order)
  /// An attempt passed over: the so-manyth since the last failure, of `limit`.
  case putOff(zone: Int, considered: Int, limit: Int)
  /// After a failure for this order, 2^shift attempts are passed over.
  case deferral(zone: Int, order: Order, shift: Int)
  /// So many pages leave a CPU's lists.
  case drain(zone: Int, cpu: Int, pages: Int)
  /// A request for a block, and the first page of what it got.
  case request(order: Order, page: Pfn?)
  /// For which order kcompactd was to be woken; nil where it wakes by itself.
  case wakeup(order: Order?)
  /// So many edits, and how far they reach at the most.
  case edits(count: Int, scope: EditScope)
}

extension StepFacts {
  /// Which case it is.
  public enum Shape: Sendable {
    case nothing, run, runEnd, test, position, signal, page, block, pages, move, look, pageblock
    case sourceBlock, targetBlock, batch, search, watermark, zone, attempt, putOff, deferral, drain
    case request, wakeup, edits
  }

  public var shape: Shape {
    switch self {
    case .nothing: .nothing
    case .run: .run
    case .runEnd: .runEnd
    case .test: .test
    case .position: .position
    case .signal: .signal
    case .page: .page
    case .block: .block
    case .pages: .pages
    case .move: .move
    case .look: .look
    case .pageblock: .pageblock
    case .sourceBlock: .sourceBlock
    case .targetBlock: .targetBlock
    case .batch: .batch
    case .search: .search
    case .watermark: .watermark
    case .zone: .zone
    case .attempt: .attempt
    case .putOff: .putOff
    case .deferral: .deferral
    case .drain: .drain
    case .request: .request
    case .wakeup: .wakeup
    case .edits: .edits
    }
  }

  /// The page, or the first page of the block, or the position that it is about; a move's source.
  public var pfn: Pfn? {
    switch self {
    case .position(let pfn), .page(let pfn), .block(let pfn, _), .pages(let pfn, _), .move(let pfn, _),
      .look(let pfn, _, _), .pageblock(let pfn), .sourceBlock(let pfn, _), .targetBlock(let pfn, _),
      .batch(let pfn, _, _), .search(let pfn, _), .watermark(let pfn, _), .signal(let pfn, _),
      .run(_, let pfn, _), .runEnd(_, let pfn, _), .test(let pfn, _, _):
      pfn
    case .request(_, let page): page
    case .nothing, .zone, .attempt, .putOff, .deferral, .drain, .wakeup, .edits: nil
    }
  }

  /// The zone that it is about, where it names one.
  public var zone: Int? {
    switch self {
    case .run(let zone, _, _), .runEnd(let zone, _, _), .zone(let zone), .attempt(let zone, _),
      .putOff(let zone, _, _), .deferral(let zone, _, _), .drain(let zone, _, _):
      zone
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
