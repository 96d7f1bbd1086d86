import Canvas
import Simulation
import Stage

extension Laboratory {
  /// Levels for each notch of the wheel.
  private static let notch: Float = 0.25

  /// What is in the pageblocks that are seen page by page, as the scene shows them.
  func details(of plan: Stage.Plan) -> [Pfn: PageblockDetail] {
    let pageblocks = plan.pageblocksInDetail
    guard !pageblocks.isEmpty, let playhead = view?.playhead, let maker = view?.maker else { return [:] }
    guard let draft = draftOnScreen else { return maker.details(at: pageblocks, playhead) }
    return draft.look { _ in maker.details(at: pageblocks, playhead) }
  }

  /// The same of the branch beside it.
  func detailsBeside(of plan: Stage.Plan) -> [Pfn: PageblockDetail] {
    let pageblocks = plan.pageblocksInDetailBeside
    guard !pageblocks.isEmpty, let index = state.beside, views.indices.contains(index),
      let playhead = views[index].playhead, let maker = views[index].maker
    else { return [:] }
    return maker.details(at: pageblocks, playhead)
  }

  /// Notes where in the picture stands what is looked at, because its map is about to get another size.
  func holdFocus() {
    guard state.run != nil, let picture, let focus = showing.scene?.focus else { return }
    if let point = picture.point(of: focus) {
      send(.zooming(.held(Zooming.Held(focus, at: point))))
    } else if let zoom = picture.zoom, let middle = picture.middle {
      send(.zooming(.held(Zooming.Held(zoom.center, at: middle))))
    }
  }

  /// Turns the wheel over the map; false where there is none.
  func zoom(by delta: Float, at point: Point) -> Bool {
    guard let run = state.run, let picture, picture.layout[.map]?.contains(point) == true else {
      return false
    }
    let level = min(max(run.zooming.level + delta * Self.notch, 0), Zoom.closest)
    guard let zoom = picture.zoom(to: level, keeping: point) else { return false }
    send(.zooming(.looked(zoom)))
    return true
  }

  /// Puts the pointer on a map that can be dragged; false for one that shows all there is.
  func beginDrag(at point: Point) -> Bool {
    guard let picture, picture.zoom != nil, picture.layout[.map]?.contains(point) == true else {
      return false
    }
    pointing.mapDrag = MapDrag(start: point, picture: picture)
    return true
  }

  func drag(to point: Point) {
    guard var drag = pointing.mapDrag else { return }
    let (x, y) = (point.x - drag.start.x, point.y - drag.start.y)
    drag.hasMoved = drag.hasMoved || abs(x) > MapDrag.tolerance || abs(y) > MapDrag.tolerance
    pointing.mapDrag = drag
    guard drag.hasMoved, let zoom = drag.picture.zoom(draggedBy: x, y) else { return }
    send(.zooming(.looked(zoom)))
  }

  /// Where the pointer was put down without dragging, it has pointed at something.
  /// - Returns: the place it points at.
  func endDrag() -> Point? {
    defer { pointing.mapDrag = nil }
    guard let drag = pointing.mapDrag, !drag.hasMoved else { return nil }
    // What is pointed at stays where it is.
    if let zoom = drag.picture.zoom { send(.zooming(.looked(zoom))) }
    return drag.start
  }
}
