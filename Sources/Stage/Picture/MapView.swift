import Canvas
import Simulation

/// The largest part of the window, with its legend.
struct MapView {
  let scene: Scene
  let motion: Motion?
  let detail: (Pfn) -> PageblockDetail?
  let besideDetail: (Pfn) -> PageblockDetail?

  /// The map, another branch's beside it where there is one, and what their colours mean.
  /// - Returns: how close the map is looked at, if not all of it is shown.
  func draw(in rect: Rect, _ layout: Layout, with painter: inout Painter) -> Zoom? {
    var rest = rect
    if let beside = scene.beside { rest = below(beside.own, isOwn: true, in: rect, with: &painter) }
    let seen = draw(scene.map, detail, motion, in: rest, with: &painter)
    if let beside = scene.beside, let rect = layout[.beside] {
      let rest = below(beside.other, isOwn: false, in: rect, with: &painter)
      _ = draw(beside.map, besideDetail, nil, in: rest, with: &painter)
    }
    if let legend = layout[.legend],
      let view = LegendView(
        map: scene.map, theme: painter.theme, words: painter.words,
        pageblocksPerCell: seen.pageblocksPerCell, showsPages: seen.showsPages)
    {
      view.draw(in: legend, with: &painter)
    }
    return seen.zoom
  }

  /// Heads the map of a branch; returns the room that is left for the map.
  private func below(
    _ branch: Beside.Branch, isOwn: Bool, in rect: Rect, with painter: inout Painter
  ) -> Rect {
    let height = BranchHeading.height(setter: painter.setter)
    BranchHeading.draw(
      branch, isOwn: isOwn, in: Rect(x: rect.x, y: rect.y, width: rect.width, height: height), with: &painter)
    return Rect(minX: rect.x, minY: rect.y + height + painter.px(8), maxX: rect.maxX, maxY: rect.maxY)
  }

  /// What is seen of a map.
  private struct Seen {
    var zoom: Zoom?
    var pageblocksPerCell = 1
    /// Whether a board's pages are told apart.
    var showsPages = false
  }

  private func draw(
    _ map: Scene.Map, _ detail: @escaping (Pfn) -> PageblockDetail?, _ motion: Motion?, in rect: Rect,
    with painter: inout Painter
  ) -> Seen {
    switch map {
    case .pages(let map): return Seen(zoom: draw(map, motion, in: rect, with: &painter).zoom)
    case .board(let map):
      let geometry = draw(map, detail, motion, in: rect, with: &painter)
      return Seen(
        zoom: geometry.zoom, pageblocksPerCell: geometry.pageblocksPerCell, showsPages: geometry.showsPages)
    case .events(let table): EventTableView.draw(table, in: rect, with: &painter)
    case .article(let article): ArticleView.draw(article, in: rect, with: &painter)
    case .keys(let table): KeyTableView.draw(table, in: rect, with: &painter)
    case .menu(let menu): MenuView.draw(menu, in: rect, with: &painter)
    }
    return Seen()
  }

  // MARK: Page by page

  private func draw(
    _ map: PageMap, _ motion: Motion?, in rect: Rect, with painter: inout Painter
  ) -> PageGeometry {
    let isBeside = scene.beside != nil
    let scale = painter.theme.freeScale(orders: map.maxOrder + 1)
    let margins = PageMargins(map, setter: painter.setter, unit: painter.unit, isBeside: isBeside)
    let strip = scene.isPresenting ? 0 : ZoneStrip.height(setter: painter.setter, unit: painter.unit)
    let type = painter.type
    let whole = PageGeometry(
      map: map, in: Rect(minX: rect.x, minY: rect.y + strip, maxX: rect.maxX, maxY: rect.maxY),
      margins: (margins.left, margins.right),
      em: ((type.size(.label, .sans) / type.textScale).rounded(), type.size(.label, .sans)),
      cap: type.capHeight(.label), unit: painter.unit, isPresenting: scene.isPresenting, isBeside: isBeside)
    let geometry =
      way.map { whole.zoomed(from: $0.from, to: $0.to, share: $0.share) } ?? whole.zoomed(scene.zoom)
    let view = PageView(map: map, geometry: geometry, scale: scale, motion: pageMotion(to: map, motion))
    let first = painter.list.items.count
    view.drawCells(with: &painter)
    if geometry.zoom != nil { painter.crop(from: first, to: geometry.viewport) }
    view.drawLabels(with: &painter)
    if strip > 0 {
      ZoneStrip(
        map: map, scale: scale, span: whole.span, visible: geometry.visiblePages, namesEnds: !isBeside
      ).draw(in: Rect(x: rect.x, y: rect.y, width: rect.width, height: strip), with: &painter)
    }
    return geometry
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
    _ map: BoardMap, _ detail: @escaping (Pfn) -> PageblockDetail?, _ motion: Motion?, in rect: Rect,
    with painter: inout Painter
  ) -> BoardGeometry {
    let whole = BoardGeometry(
      map: map, in: rect, margins: BoardMargins(map, setter: painter.setter, unit: painter.unit),
      em: painter.type.size(.label, .sans), unit: painter.unit)
    let geometry =
      way.map { whole.zoomed(from: $0.from, to: $0.to, share: $0.share) } ?? whole.zoomed(scene.zoom)
    let view = BoardView(
      map: map, geometry: geometry, scale: painter.theme.freeScale(orders: map.maxOrder + 1),
      motion: boardMotion(to: map, motion), detail: detail)
    let first = painter.list.items.count
    view.drawCells(with: &painter)
    if geometry.zoom != nil { painter.crop(from: first, to: geometry.viewport) }
    view.drawLabels(with: &painter)
    return geometry
  }

  private func boardMotion(to map: BoardMap, _ motion: Motion?) -> BoardMotion? {
    guard let motion, case .board(let earlier) = motion.from.map else { return nil }
    return BoardMotion(
      from: earlier, to: map, steps: Motion.steps(from: motion.from, to: scene), share: motion.eased)
  }

  /// The way from one zoom to another, if we are on it.
  private var way: (from: Zoom, to: Zoom, share: Float)? {
    guard let motion, motion.from.zoom != scene.zoom,
      let known = scene.zoom ?? motion.from.zoom
    else { return nil }
    let whole = Zoom(level: 0, center: known.center)
    return (motion.from.zoom ?? whole, scene.zoom ?? whole, motion.eased)
  }
}

extension Painter {
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
