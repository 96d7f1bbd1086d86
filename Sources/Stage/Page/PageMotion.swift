import Simulation

/// What moves between two page maps, at one moment of the way.
struct PageMotion {
  /// A page that travels: between its source and its car in the lane, or between that and its target.
  struct Traveller {
    var mover: PageMap.Mover
    var leg: Leg
  }
  enum Leg { case sourceToLane, laneToTarget }

  /// The map that is being left.
  let earlier: PageMap
  /// 0 as it was before, 1 as it is now, already eased.
  let share: Float
  let travellers: [Traveller]
  /// How far along its leg each of them is, 0 to 1.
  let travelled: Float
  /// Targets that have not been reached yet, with their numbers.
  let awaited: [Pfn: Int]
  /// Blocks that merge or split, by the first page of what is drawn in their place.
  let blocks: [Pfn: BlockMotion]
  /// Other pages of these, which are drawn with the first.
  let drawnWithBlocks: Set<Pfn>
  /// How far blocks that merge have grown together, 0 to 1.
  let joined: Float

  /// - Parameters:
  ///   - isBack: whether `map` comes before `earlier` in the run.
  ///   - progress: 0 to 1.
  init(from earlier: PageMap, to map: PageMap, isBack: Bool, progress: Float) {
    self.earlier = earlier
    share = progress * progress * (3 - 2 * progress)
    let (first, second) = isBack ? (map, earlier) : (earlier, map)
    travellers = Self.travellers(from: first, to: second)
    travelled = isBack ? 1 - share : share
    var awaited: [Pfn: Int] = [:]
    if !isBack {
      for traveller in travellers where traveller.leg == .laneToTarget && share < 1 {
        if let target = traveller.mover.target { awaited[target] = traveller.mover.number }
      }
    }
    self.awaited = awaited
    joined = travelled
    var blocks: [Pfn: BlockMotion] = [:]
    var others: Set<Pfn> = []
    if share < 1 {
      for block in BlockMotion.all(from: first, to: second) {
        // The map that is shown has the whole, or the parts, which are drawn with their first one.
        blocks[block.whole.start] = block
        others.formUnion(block.parts.dropFirst().map(\.start))
      }
    }
    self.blocks = blocks
    drawnWithBlocks = others
  }

  /// Pages that enter the lane, and pages that leave it for their target, between two maps.
  static func travellers(from first: PageMap, to second: PageMap) -> [Traveller] {
    let before = Set(first.movers.map(\.source))
    let after = Set(second.movers.map(\.source))
    let entering = second.movers.filter { !before.contains($0.source) }.map {
      Traveller(mover: $0, leg: .sourceToLane)
    }
    let leaving = first.movers.filter { mover in
      guard !after.contains(mover.source), let target = mover.target else { return false }
      return second.isInUse(target)
    }.map { Traveller(mover: $0, leg: .laneToTarget) }
    return entering.count + leaving.count > LaneView.most ? [] : entering + leaving
  }
}

extension PageMap {
  /// Whether a page holds something, as a target does once its page has arrived.
  fileprivate func isInUse(_ pfn: Pfn) -> Bool {
    switch run(at: pfn)?.look {
    case nil, .free, .source, .target, .held, .captured, .onPerCPUList, .reserved: false
    default: true
    }
  }
}
