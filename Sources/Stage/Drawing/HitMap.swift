import Canvas
import Simulation

/// What lies under each place of a picture, for the mouse.
public struct HitMap: Equatable, Sendable {
  /// Something that can be pointed at.
  public enum Target: Equatable, Sendable {
    case page(Pfn)
    /// The pageblocks of one cell of the board, by their first pages.
    case pageblocks(ClosedRange<Pfn>)
    /// A position in the run.
    case step(Int)
    /// A stop of the lesson, counted from 1.
    case stop(Int)
    case panel(Panel)
    case playPause
    /// An entry of the key line, counted from 0.
    case keyHint(Int)
    /// An entry of a menu, counted from 0.
    case menuItem(Int)
    case message
    /// A line of the inspector, counted from 0.
    case inspectorLine(Int)
    /// A brush of the editor, counted from 0; one of its settings, a step further or back; the type of
    /// the pageblock under the cursor.
    case brush(Int)
    case setting(Int, by: Int)
    case pageblockType
    /// A row of the list of events, counted from 0.
    case event(Int)
  }

  private enum Region: Equatable, Sendable {
    case single(Target)
    case pages(PageGeometry)
    case board(BoardGeometry)
    /// Steps from 0 to the given one, from left to right.
    case steps(Int)
    case lens(LensCells)
  }

  private var regions: [(rect: Rect, region: Region)] = []

  init() {}

  mutating func add(_ rect: Rect, _ target: Target) { regions.append((rect, .single(target))) }
  mutating func add(_ geometry: PageGeometry) { regions.append((geometry.bounds, .pages(geometry))) }
  mutating func add(_ geometry: BoardGeometry) { regions.append((geometry.bounds, .board(geometry))) }
  mutating func add(_ cells: LensCells) { regions.append((cells.bounds, .lens(cells))) }
  mutating func addTimeline(_ rect: Rect, steps: Int) { regions.append((rect, .steps(steps))) }

  /// What is at a place of the picture, the topmost first; nil for empty ground.
  public func target(at point: Point) -> Target? {
    for (rect, region) in regions.reversed() where rect.contains(point) {
      switch region {
      case .single(let target): return target
      case .pages(let geometry): if let pfn = geometry.pfn(at: point) { return .page(pfn) }
      case .board(let geometry):
        if let pfn = geometry.page(at: point) { return .page(pfn) }
        if let pfns = geometry.pageblocks(at: point) { return .pageblocks(pfns) }
      case .lens(let cells): if let pfn = cells.pfn(at: point) { return .page(pfn) }
      case .steps(let steps): return .step(Self.step(at: point.x, in: rect, steps: steps))
      }
    }
    return nil
  }

  /// The step that a place left or right belongs to while the timeline is being dragged, wherever the
  /// pointer has gone meanwhile; nil when no timeline is shown.
  public func step(draggedTo x: Float) -> Int? {
    for case (let rect, .steps(let steps)) in regions { return Self.step(at: x, in: rect, steps: steps) }
    return nil
  }

  /// The entries of a menu that are seen, and where.
  var menuItems: [(index: Int, rect: Rect)] {
    regions.compactMap { rect, region in
      if case .single(.menuItem(let index)) = region { (index, rect) } else { nil }
    }
  }

  /// How the pages of the map stand, where it shows them.
  var pageGeometry: PageGeometry? {
    for case (_, .pages(let geometry)) in regions { return geometry }
    return nil
  }
  var boardGeometry: BoardGeometry? {
    for case (_, .board(let geometry)) in regions { return geometry }
    return nil
  }

  private static func step(at x: Float, in rect: Rect, steps: Int) -> Int {
    let share = min(max((x - rect.x) / rect.width, 0), 1)
    return Int((Double(share) * Double(steps)).rounded())
  }

  public static func == (a: HitMap, b: HitMap) -> Bool {
    a.regions.elementsEqual(b.regions) { $0.rect == $1.rect && $0.region == $1.region }
  }
}
