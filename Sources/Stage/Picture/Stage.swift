import Canvas
import Words

/// Turns scenes into pictures.
public struct Stage {
  /// A scene in a window.
  public struct Picture {
    public let list: DrawList
    public let hits: HitMap
    public let layout: Layout
  }

  private let words: Catalogue
  private let glyphs: any GlyphSource

  public init(words: Catalogue, glyphs: any GlyphSource) {
    self.words = words
    self.glyphs = glyphs
  }

  /// The picture of a scene.
  /// - Parameters:
  ///   - width: Pixels, as `height`.
  ///   - textScale: 1 is text at 100 %.
  ///   - motion: The scene that is being left, and how far we are from it.
  public func picture(
    of scene: Scene, theme: Theme, width: Float, height: Float, textScale: Float = 1, motion: Motion? = nil
  ) -> Picture {
    let type = TypeScale(
      width: width, height: height, textScale: textScale, isPresenting: scene.isPresenting, glyphs: glyphs)
    let setter = Typesetter(type: type, words: words, glyphs: glyphs)
    let layout = Layout(scene: scene, width: width, height: height, setter: setter)
    var painter = Painter(theme: theme, setter: setter, unit: layout.unit)
    let window = Rect(x: 0, y: 0, width: width, height: height)
    painter.list.fill(window, scene.blank?.color ?? theme.background)
    if scene.blank == nil { draw(scene, motion, in: layout, with: &painter) }
    return Picture(list: painter.list, hits: painter.hits, layout: layout)
  }

  private func draw(_ scene: Scene, _ motion: Motion?, in layout: Layout, with painter: inout Painter) {
    if let rect = layout[.title] { TitleBar.draw(scene.title, in: rect, with: &painter) }
    if let rect = layout[.message], let message = scene.message {
      MessageLine.draw(message, in: rect, with: &painter)
    }
    if let rect = layout[.prompt], let prompt = scene.prompt {
      PromptLine.draw(prompt, in: rect, with: &painter)
    }
    if let rect = layout[.map] {
      drawMaps(of: scene, motion, in: rect, layout, with: &painter)
    }
    if let rect = layout[.comparison], let beside = scene.beside {
      ComparisonPanel.draw(beside, in: rect, with: &painter)
    }
    if let rect = layout[.explanation], let explanation = scene.explanation {
      if scene.isPresenting {
        SentenceView.draw(explanation, scene.title, in: rect, with: &painter)
      } else {
        ExplanationView.draw(explanation, in: rect, with: &painter)
      }
    }
    if let rect = layout[.timeline], let timeline = scene.timeline {
      TimelineView(timeline: timeline).draw(in: rect, key: layout[.timelineKey], with: &painter)
    }
    if let rect = layout[.keys] { KeyLine.draw(scene.keys, in: rect, with: &painter) }
    if let rect = layout[.live], let live = scene.live { LiveLine.draw(live, in: rect, with: &painter) }
    drawColumn(of: scene, in: layout, with: &painter)
    if let panel = scene.pointedAt, let rect = layout[panel] { painter.pointer(at: rect) }
    if let panel = scene.ring, let rect = layout[panel] { painter.panelRing(rect) }
  }

  /// The map, another branch's beside it where there is one, and what their colours mean.
  private func drawMaps(
    of scene: Scene, _ motion: Motion?, in rect: Rect, _ layout: Layout, with painter: inout Painter
  ) {
    var rest = rect
    if let beside = scene.beside {
      rest = below(beside.own, isOwn: true, in: rect, with: &painter)
      if let rect = layout[.beside] {
        let rest = below(beside.other, isOwn: false, in: rect, with: &painter)
        draw(beside.map, of: scene, nil, in: rest, with: &painter)
      }
    }
    let pageblocksPerCell = draw(scene.map, of: scene, motion, in: rest, with: &painter)
    if let legend = layout[.legend],
      let view = LegendView(
        map: scene.map, theme: painter.theme, words: painter.words, pageblocksPerCell: pageblocksPerCell)
    {
      view.draw(in: legend, with: &painter)
    }
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

  /// Draws a map; returns how many pageblocks one of its cells stands for.
  @discardableResult
  private func draw(
    _ map: Scene.Map, of scene: Scene, _ motion: Motion?, in rect: Rect, with painter: inout Painter
  ) -> Int {
    switch map {
    case .pages(let map):
      let scale = painter.theme.freeScale(orders: map.maxOrder + 1)
      let margins = PageMargins(
        map, setter: painter.setter, unit: painter.unit, isBeside: scene.beside != nil)
      let strip =
        scene.isPresenting ? 0 : ZoneStrip.height(setter: painter.setter, unit: painter.unit)
      let type = painter.type
      let geometry = PageGeometry(
        map: map, in: Rect(minX: rect.x, minY: rect.y + strip, maxX: rect.maxX, maxY: rect.maxY),
        margins: (margins.left, margins.right),
        em: ((type.size(.label, .sans) / type.textScale).rounded(), type.size(.label, .sans)),
        cap: type.capHeight(.label), unit: painter.unit, isPresenting: scene.isPresenting,
        isBeside: scene.beside != nil)
      if strip > 0 {
        ZoneStrip(
          map: map, scale: scale, span: geometry.span, visible: geometry.visiblePages,
          namesEnds: scene.beside == nil
        ).draw(
          in: Rect(x: rect.x, y: rect.y, width: rect.width, height: strip), with: &painter)
      }
      PageView(map: map, geometry: geometry, scale: scale, motion: pageMotion(to: map, scene, motion)).draw(
        with: &painter)
    case .board(let map):
      let geometry = BoardGeometry(
        map: map, in: rect, margins: BoardMargins(setter: painter.setter, unit: painter.unit),
        em: painter.type.size(.label, .sans), unit: painter.unit)
      BoardView(
        map: map, geometry: geometry, scale: painter.theme.freeScale(orders: map.maxOrder + 1),
        motion: boardMotion(motion)
      ).draw(with: &painter)
      return geometry.pageblocksPerCell
    case .events(let table): EventTableView.draw(table, in: rect, with: &painter)
    case .article(let article): ArticleView.draw(article, in: rect, with: &painter)
    case .keys(let table): KeyTableView.draw(table, in: rect, with: &painter)
    case .menu(let menu): MenuView.draw(menu, in: rect, with: &painter)
    }
    return 1
  }

  private func pageMotion(to map: PageMap, _ scene: Scene, _ motion: Motion?) -> PageMotion? {
    guard let motion, case .pages(let earlier) = motion.from.map, earlier.range == map.range else {
      return nil
    }
    let isBack = (scene.title.step ?? 0) < (motion.from.title.step ?? 0)
    return PageMotion(
      from: earlier, to: map, isBack: isBack, progress: motion.progress, isReduced: motion.isReduced)
  }

  private func boardMotion(_ motion: Motion?) -> (earlier: BoardMap, share: Float)? {
    guard let motion, !motion.isReduced, case .board(let earlier) = motion.from.map else { return nil }
    return (earlier, motion.progress * motion.progress * (3 - 2 * motion.progress))
  }

  private func drawColumn(of scene: Scene, in layout: Layout, with painter: inout Painter) {
    for panel in Layout.Panel.column {
      guard let rect = layout[panel] else { continue }
      painter.hits.add(rect, .panel(panel))
      switch panel {
      case .edit: if let edit = scene.edit { EditPanel(form: edit).draw(in: rect, with: &painter) }
      case .algorithm:
        if let algorithm = scene.algorithm { AlgorithmPanel.draw(algorithm, in: rect, with: &painter) }
      case .lens: if let lens = scene.lens { LensPanel.draw(lens, in: rect, with: &painter) }
      case .freeBlocks:
        if let blocks = scene.freeBlocks {
          FreeBlocksPanel(blocks: blocks, perCPU: scene.perCPU).draw(in: rect, with: &painter)
        }
      case .machine: if let machine = scene.machine { MachinePanel.draw(machine, in: rect, with: &painter) }
      case .verdict: if let verdict = scene.verdict { VerdictPanel.draw(verdict, in: rect, with: &painter) }
      case .inspector:
        if let inspector = scene.inspector { InspectorPanel.draw(inspector, in: rect, with: &painter) }
      case .control: ControlPanel.draw(scene.control, in: rect, with: &painter)
      case .counters: CountersPanel.draw(scene.counters, in: rect, with: &painter)
      default: break
      }
    }
  }
}
