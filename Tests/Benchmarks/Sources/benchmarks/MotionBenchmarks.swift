import Canvas
import Documents
import Lab
import Runs
import Simulation
import Stage
import Typography

/// Frames in which something moves, at 1080 lines, without a window: pages that travel, and a large board that
/// is dragged and zoomed.
enum MotionBenchmarks {
  static func run() throws -> [Figure] {
    let glyphs = try SDLGlyphSource(book: FontBook())
    let content = try Content(ContentLocator())
    func shown(_ target: RunTarget) throws -> Shown {
      try Shown(content, content.folder.recipe(for: target), glyphs)
    }
    return try travelling(shown(.lesson("two-scanners-converge")))
      + board(shown(.source("rock-5b-plus-32g"))) + idle(shown(.lesson("two-scanners-converge")))
  }

  /// A run on a surface, and the time there.
  private final class Shown {
    let laboratory: Laboratory
    let surface: RetainedSurface
    private var now = Duration.zero
    private static let frame = Duration.seconds(1) / 60

    init(_ content: Content, _ subject: RunRecipe, _ glyphs: any GlyphSource) throws {
      laboratory = Laboratory(content: content, glyphs: glyphs, wake: {})
      surface = RetainedSurface(Surface(width: 1920, height: 1080), glyphs: glyphs)
      laboratory.open(subject)
      laboratory.waitForRecording()
      laboratory.send(.viewing(.resized(width: 1920, height: 1080)))
      try draw()
    }

    /// Whether there was something to draw.
    @discardableResult
    func draw() throws -> Bool {
      now += Self.frame
      laboratory.advance(to: now)
      guard let picture = try laboratory.nextPicture(at: now) else { return false }
      surface.show(picture.list)
      return true
    }

    /// Whether something moves.
    var isMoving: Bool { laboratory.wait(at: now) == .zero }

    /// The times of all frames until nothing moves any more.
    func frames() throws -> [Double] {
      var samples: [Double] = []
      while isMoving { samples.append(try time { try draw() }) }
      return samples
    }
  }

  private static func travelling(_ shown: Shown) throws -> [Figure] {
    var samples: [Double] = []
    for _ in 0..<120 where !(shown.laboratory.state.run?.isAtEnd ?? true) {
      shown.laboratory.send(.stepping(.stepped(.phase)))
      try shown.draw()
      let frames = try shown.frames()
      // Shorter ones are scanners that glide and blocks that merge.
      if frames.count > 34 { samples += frames }
    }
    return [Figure("pages travel: a frame of \(samples.count)", samples, limit: 5e6)]
  }

  private static func board(_ shown: Shown) throws -> [Figure] {
    let laboratory = shown.laboratory
    laboratory.send(.stepping(.pickedStep((laboratory.state.run?.steps ?? 0) / 2)))
    try shown.draw()
    guard let map = laboratory.picture?.layout[.map] else { return [] }
    let center = map.center
    func turns(_ delta: Float, _ count: Int) throws -> [Double] {
      try times(count) { _ in
        laboratory.handle(.wheel(x: center.x, y: center.y, delta: delta, []))
        try shown.draw()
      }
    }
    let zooms = try (0..<6).flatMap { _ in try turns(0.5, 16) + turns(-0.5, 16) }
    var drags: [Double] = []
    for level in 1...3 {
      _ = try turns(0.5, level * 4)
      laboratory.handle(.pointerDown(x: center.x, y: center.y, button: .left, clicks: 1))
      drags += try times(60) { number in
        let way = Float(number < 30 ? number : 60 - number) * 9
        laboratory.handle(.pointerMoved(x: center.x - way, y: center.y - way / 2, dragging: true))
        try shown.draw()
      }
      laboratory.handle(.pointerUp(x: center.x, y: center.y, button: .left))
      _ = try turns(-0.5, 16)
    }
    var glides: [Double] = []
    for (key, modifiers) in [(Key.character("z"), Modifiers()), (.character("z"), .shift)] {
      for _ in 0..<2 {
        laboratory.handle(.key(key, modifiers, isRepeat: false))
        try shown.draw()
        glides += try shown.frames()
      }
    }
    let limit = 6e6
    return [
      Figure("32 GB board: a turn of the wheel and its frame", zooms, limit: limit),
      Figure("  dragged, and its frame", drags, limit: limit),
      Figure("  a frame of zooming by key", glides, limit: limit),
    ]
  }

  /// Ten seconds in which nobody does anything.
  private static func idle(_ shown: Shown) throws -> [Figure] {
    _ = try shown.frames()
    var drawn = 0
    for _ in 0..<600 where try shown.draw() { drawn += 1 }
    return [Figure("idle: frames in ten seconds", [Double(drawn)], .count, limit: 0)]
  }
}
