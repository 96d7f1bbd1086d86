import Canvas
import Simulation
import Words

/// Turns scenes into pictures.
public struct Stage {
  /// A scene in a window.
  public struct Picture {
    public let list: DrawList
    public let hits: HitMap
    public let layout: Layout
    /// How close the map is looked at, on the way there if it moves; nil where all of it is shown.
    public let zoom: Zoom?
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
  ///   - detail: What is in the pageblock that begins with a page; asked of a board, for those pageblocks
  ///     only whose pages are seen. `besideDetail` is the same of the branch beside it.
  public func picture(
    of scene: Scene, theme: Theme, width: Float, height: Float, textScale: Float = 1, motion: Motion? = nil,
    detail: @escaping (Pfn) -> PageblockDetail? = { _ in nil },
    besideDetail: @escaping (Pfn) -> PageblockDetail? = { _ in nil }
  ) -> Picture {
    let type = TypeScale(
      width: width, height: height, textScale: textScale, isPresenting: scene.isPresenting, glyphs: glyphs)
    let setter = Typesetter(type: type, words: words, glyphs: glyphs)
    let layout = Layout(scene: scene, width: width, height: height, setter: setter)
    var painter = Painter(theme: theme, setter: setter, unit: layout.unit)
    let window = Rect(x: 0, y: 0, width: width, height: height)
    painter.list.fill(window, scene.blank?.color ?? theme.background)
    guard scene.blank == nil else {
      return Picture(list: painter.list, hits: painter.hits, layout: layout, zoom: scene.zoom)
    }
    // First of all: where it is looked at closely, its cells reach out of its place.
    let closeUp = layout[.map].flatMap { rect in
      MapView(scene: scene, motion: motion, detail: detail, besideDetail: besideDetail).draw(
        in: rect, layout, with: &painter)
    }
    draw(motion?.ticking(scene) ?? scene, in: layout, with: &painter)
    return Picture(list: painter.list, hits: painter.hits, layout: layout, zoom: closeUp)
  }

  private func draw(_ scene: Scene, in layout: Layout, with painter: inout Painter) {
    if let rect = layout[.title] { TitleBar.draw(scene.title, in: rect, with: &painter) }
    if let rect = layout[.message], let message = scene.message {
      MessageLine.draw(message, in: rect, with: &painter)
    }
    if let rect = layout[.prompt], let prompt = scene.prompt {
      PromptLine.draw(prompt, in: rect, with: &painter)
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

  private func drawColumn(of scene: Scene, in layout: Layout, with painter: inout Painter) {
    for (name, panel) in Scene.column {
      guard let rect = layout[name] else { continue }
      painter.hits.add(rect, .panel(name))
      panel(scene)?.draw(in: rect, with: &painter)
    }
  }
}
