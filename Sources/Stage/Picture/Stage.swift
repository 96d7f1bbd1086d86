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

  /// Pixels below which nothing is laid out.
  private static let leastSize: (width: Float, height: Float) = (320, 240)

  /// Says where everything of a scene stands.
  /// - Parameters:
  ///   - width: Pixels, as `height`.
  ///   - textScale: 1 is text at 100 %.
  ///   - motion: The scene that is being left, and how far we are from it.
  public func plan(
    _ scene: Scene, width: Float, height: Float, textScale: Float = 1, motion: Motion? = nil
  ) -> Plan {
    // A window can be smaller than anything that can be read: of that its upper left corner is seen.
    let (width, height) = (max(width, Self.leastSize.width), max(height, Self.leastSize.height))
    let type = TypeScale(
      width: width, height: height, textScale: textScale, isPresenting: scene.isPresenting, glyphs: glyphs)
    let setter = Typesetter(type: type, words: words, glyphs: glyphs)
    return Plan(scene, motion: motion, width: width, height: height, setter: setter)
  }

  /// The picture of a scene, everything in its place.
  /// - Parameters:
  ///   - details: What is in the plan's `pageblocksInDetail`, by their first pages; more does not matter. One
  ///     that is missing is drawn as a whole.
  ///   - detailsBeside: The same of `pageblocksInDetailBeside`.
  public func picture(
    of plan: Plan, theme: Theme, details: [Pfn: PageblockDetail] = [:],
    detailsBeside: [Pfn: PageblockDetail] = [:]
  ) -> Picture {
    let layout = plan.layout
    var scene = plan.scene
    // What would be said below the map is said in the editor that stands there.
    if layout[.explanation] == nil, scene.explanation?.voice == .migrateScanner {
      scene.edit?.refusal = scene.explanation?.heading
    }
    var pen = Pen(theme: theme, setter: plan.setter, unit: layout.unit)
    let window = Rect(x: 0, y: 0, width: layout.width, height: layout.height)
    pen.list.fill(window, scene.blank?.color ?? theme.background)
    guard scene.blank == nil else {
      return Picture(list: pen.list, hits: pen.hits, layout: layout, zoom: scene.zoom)
    }
    // First of all: where it is looked at closely, its cells reach out of its place.
    if let map = plan.map {
      MapView(plan: plan, details: details, detailsBeside: detailsBeside).draw(map, with: &pen)
    }
    draw(plan.motion?.ticking(scene) ?? scene, in: layout, with: &pen)
    Leader(plan: plan).draw(with: &pen)
    if let tip = scene.tip { TipView.draw(tip, in: window, with: &pen) }
    return Picture(list: pen.list, hits: pen.hits, layout: layout, zoom: plan.map?.zoom)
  }

  /// The picture of a scene in which no pageblock is looked at page by page.
  public func picture(
    of scene: Scene, theme: Theme, width: Float, height: Float, textScale: Float = 1, motion: Motion? = nil
  ) -> Picture {
    picture(
      of: plan(scene, width: width, height: height, textScale: textScale, motion: motion), theme: theme)
  }

  private func draw(_ scene: Scene, in layout: Layout, with pen: inout Pen) {
    if let rect = layout[.title] { TitleBar.draw(scene.title, in: rect, with: &pen) }
    if let rect = layout[.message], let message = scene.message {
      MessageLine.draw(message, in: rect, with: &pen)
    }
    if let rect = layout[.prompt], let prompt = scene.prompt {
      PromptLine.draw(prompt, in: rect, with: &pen)
    }
    if let rect = layout[.comparison], let beside = scene.beside {
      ComparisonPanel.draw(beside, in: rect, with: &pen)
    }
    if let rect = layout[.explanation], let speech = scene.speech {
      SentenceView(
        speech, scene.title, width: rect.width, pictureHeight: layout.height, setter: pen.setter
      ).draw(in: rect, isBefore: scene.title.isBefore, with: &pen)
    } else if let rect = layout[.explanation], let explanation = scene.explanation {
      ExplanationView.draw(explanation, in: rect, with: &pen)
    }
    if let rect = layout[.timeline], let timeline = scene.timeline {
      TimelineView(timeline: timeline).draw(in: rect, key: layout[.timelineKey], with: &pen)
    }
    if let rect = layout[.keys] { KeyLine.draw(scene.keys, in: rect, with: &pen) }
    if let rect = layout[.live], let live = scene.live { LiveLine.draw(live, in: rect, with: &pen) }
    drawColumn(of: scene, in: layout, with: &pen)
    // To a room the words themselves say where to look.
    if let panel = scene.pointedAt, !scene.isPresenting, let rect = layout[panel] { pen.pointer(at: rect) }
    if let panel = scene.ring, let rect = layout[panel] { pen.panelRing(rect) }
  }

  private func drawColumn(of scene: Scene, in layout: Layout, with pen: inout Pen) {
    for (name, panel) in Scene.column {
      guard let rect = layout[name] else { continue }
      pen.hits.add(rect, .panel(name))
      panel(scene)?.draw(in: rect, with: &pen)
    }
  }
}
