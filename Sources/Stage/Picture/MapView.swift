import Canvas
import Simulation

/// The largest part of the window, with its legend.
struct MapView {
  let plan: Stage.Plan
  let details: Details
  let detailsBeside: Details

  /// What is in pageblocks, by their first pages.
  typealias Details = [Pfn: PageblockDetail]

  private var scene: Scene { plan.scene }

  /// The map, another branch's beside it where there is one, and what their colours mean.
  func draw(_ map: MapPlan, with pen: inout Pen) {
    if let beside = scene.beside, let rect = plan.layout[.map] {
      BranchHeading.draw(beside.own, isOwn: true, in: rect, with: &pen)
    }
    draw(map, details, plan.motion, with: &pen)
    if let beside = scene.beside, let map = plan.beside, let rect = plan.layout[.beside] {
      BranchHeading.draw(beside.other, isOwn: false, in: rect, with: &pen)
      draw(map, detailsBeside, nil, with: &pen)
    }
    if let legend = plan.layout[.legend],
      let view = LegendView(
        map: scene.map, theme: pen.theme, words: pen.words,
        pageblocksPerCell: map.pageblocksPerCell, details: map.pageblocksInDetail.compactMap { details[$0] })
    {
      view.draw(in: legend, with: &pen)
    }
  }

  private func draw(_ map: MapPlan, _ details: Details, _ motion: Motion?, with pen: inout Pen) {
    switch map.places {
    case .pages(let pages, let geometry, let span):
      draw(pages, geometry, span, motion, in: map.rect, with: &pen)
    case .board(let board, let geometry): draw(board, geometry, details, motion, with: &pen)
    case .list(.events(let table)): EventTableView.draw(table, in: map.rect, with: &pen)
    case .list(.article(let article)): ArticleView.draw(article, in: map.rect, with: &pen)
    case .list(.keys(let table)): KeyTableView.draw(table, in: map.rect, with: &pen)
    case .list(.menu(let menu)): MenuView.draw(menu, in: map.rect, with: &pen)
    case .list(.home(let home)): HomeView.draw(home, in: map.rect, with: &pen)
    case .list(.pages), .list(.board): break
    }
  }

  // MARK: Page by page

  private func draw(
    _ map: PageMap, _ geometry: PageGeometry, _ span: (left: Float, right: Float), _ motion: Motion?,
    in rect: Rect, with pen: inout Pen
  ) {
    let scale = pen.theme.freeScale(orders: map.maxOrder + 1)
    let view = PageView(map: map, geometry: geometry, scale: scale, motion: pageMotion(to: map, motion))
    let first = pen.list.items.count
    view.drawCells(with: &pen)
    if geometry.zoom != nil { pen.crop(from: first, to: geometry.viewport) }
    view.drawLabels(with: &pen)
    guard !scene.isPresenting else { return }
    let height = ZoneStrip.height(setter: pen.setter, unit: pen.unit)
    ZoneStrip(
      map: map, scale: scale, span: span, visible: geometry.visiblePages, namesEnds: scene.beside == nil
    ).draw(in: Rect(x: rect.x, y: rect.y, width: rect.width, height: height), with: &pen)
  }

  private func pageMotion(to map: PageMap, _ motion: Motion?) -> PageMotion? {
    guard let motion, case .pages(let earlier) = motion.from.map, earlier.range == map.range else {
      return nil
    }
    let isBack = Motion.steps(from: motion.from, to: scene) < 0
    return PageMotion(from: earlier, to: map, isBack: isBack, progress: motion.progress)
  }

  // MARK: Pageblock by pageblock

  private func draw(
    _ map: BoardMap, _ geometry: BoardGeometry, _ details: Details, _ motion: Motion?, with pen: inout Pen
  ) {
    let view = BoardView(
      map: map, geometry: geometry, scale: pen.theme.freeScale(orders: map.maxOrder + 1),
      motion: boardMotion(to: map, motion), details: details)
    let first = pen.list.items.count
    view.drawCells(with: &pen)
    if geometry.zoom != nil { pen.crop(from: first, to: geometry.viewport) }
    view.drawLabels(with: &pen)
  }

  private func boardMotion(to map: BoardMap, _ motion: Motion?) -> BoardMotion? {
    guard let motion, case .board(let earlier) = motion.from.map else { return nil }
    return BoardMotion(
      from: earlier, to: map, steps: Motion.steps(from: motion.from, to: scene), share: motion.eased)
  }
}

extension Pen {
  /// Leaves what has been drawn since `index` in a part of the window only.
  fileprivate mutating func crop(from index: Int, to part: Rect) {
    let painted = list.crop(from: index, to: part)
    for side in [
      Rect(minX: painted.minX, minY: painted.minY, maxX: painted.maxX, maxY: part.minY),
      Rect(minX: painted.minX, minY: part.maxY, maxX: painted.maxX, maxY: painted.maxY),
      Rect(minX: painted.minX, minY: part.minY, maxX: part.minX, maxY: part.maxY),
      Rect(minX: part.maxX, minY: part.minY, maxX: painted.maxX, maxY: part.maxY),
    ] where side.width > 0 && side.height > 0 {
      list.fill(side, theme.background)
    }
  }
}
