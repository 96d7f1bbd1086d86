import Canvas
import Simulation
import Stage

extension Laboratory {
  /// Levels for each notch of the wheel.
  private static let notch: Float = 0.25

  /// What is in the pageblocks that are seen page by page, as the scene shows them.
  func details(of plan: Stage.Plan) -> [Pfn: PageblockDetail] {
    let pageblocks = plan.pageblocksInDetail
    guard !pageblocks.isEmpty, let session, let playhead = session.playhead, let maker = maker(of: session)
    else { return [:] }
    let isBefore = shownScene?.title.isBefore == true && playhead.back()
    defer { if isBefore { playhead.forward() } }
    return lookingAtDraft { maker.details(at: pageblocks, playhead) }
  }

  /// The same of the branch beside it.
  func detailsBeside(of plan: Stage.Plan) -> [Pfn: PageblockDetail] {
    let pageblocks = plan.pageblocksInDetailBeside
    guard !pageblocks.isEmpty, let index = state.beside, sessions.indices.contains(index),
      let playhead = sessions[index].playhead, let maker = maker(of: sessions[index])
    else { return [:] }
    return maker.details(at: pageblocks, playhead)
  }

  /// Turns the wheel over the map; false where there is none.
  func zoom(by delta: Float, at point: Point) -> Bool {
    guard let run = state.run, let picture, picture.layout[.map]?.contains(point) == true else {
      return false
    }
    let level = min(max(run.zoom.level + delta * Self.notch, 0), Zoom.closest)
    guard let zoom = picture.zoom(to: level, keeping: point) else { return false }
    send(.zoomed(.looked(zoom)))
    return true
  }

  /// Puts the pointer on a map that can be dragged; false for one that shows all there is.
  func beginDrag(at point: Point) -> Bool {
    guard let picture, picture.zoom != nil, picture.layout[.map]?.contains(point) == true else {
      return false
    }
    mapDrag = MapDrag(start: point, picture: picture)
    return true
  }

  func drag(to point: Point) {
    guard var drag = mapDrag else { return }
    let (x, y) = (point.x - drag.start.x, point.y - drag.start.y)
    drag.hasMoved = drag.hasMoved || abs(x) > MapDrag.tolerance || abs(y) > MapDrag.tolerance
    mapDrag = drag
    guard drag.hasMoved, let zoom = drag.picture.zoom(draggedBy: x, y) else { return }
    send(.zoomed(.looked(zoom)))
  }

  /// Where the pointer was put down without dragging, it has pointed at something.
  /// - Returns: the place it points at.
  func endDrag() -> Point? {
    defer { mapDrag = nil }
    guard let drag = mapDrag, !drag.hasMoved else { return nil }
    // What is pointed at stays where it is.
    if let zoom = drag.picture.zoom { send(.zoomed(.looked(zoom))) }
    return drag.start
  }
}
