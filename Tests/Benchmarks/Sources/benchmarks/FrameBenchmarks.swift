import Canvas
import Documents
import Lab
import Runs
import Simulation
import Stage
import Typography

/// Frames of the program itself, from the playhead to the pixels, without a window.
enum FrameBenchmarks {
  static func run() throws -> [Figure] {
    let glyphs = try SDLGlyphSource(book: FontBook())
    let content = try Content(ContentLocator())
    let board = try content.folder.recipe(for: .source("rock-5b-plus-8g"))
    let subjects = try [
      ("lesson", content.folder.recipe(for: .lesson("two-scanners-converge")), 0),
      ("8 GB board", board, 0),
      // As many cells as there ever are.
      ("8 GB board's pages", board, 9),
    ]
    return try subjects.flatMap { name, subject, turns in
      try [(1920, 1080), (3840, 2160)].flatMap { width, height in
        let laboratory = Laboratory(content: content, glyphs: glyphs, wake: {})
        laboratory.open(subject)
        laboratory.waitForRecording()
        laboratory.send(.viewing(.resized(width: width, height: height)))
        try turnWheel(turns, laboratory)
        return try figures(
          "\(name), \(height) lines", laboratory, glyphs, Surface(width: width, height: height))
      }
    }
  }

  /// Looks closer at the middle of the map.
  private static func turnWheel(_ turns: Int, _ laboratory: Laboratory) throws {
    _ = try laboratory.nextPicture()
    guard let middle = laboratory.picture?.layout[.map]?.center else { return }
    for turn in 0..<turns {
      laboratory.handle(.wheel(x: middle.x, y: middle.y, delta: 0.5, []))
      _ = try laboratory.nextPicture(at: .seconds(5) * (turn + 1))
    }
  }

  private static func figures(
    _ name: String, _ laboratory: Laboratory, _ glyphs: any GlyphSource, _ surface: Surface
  ) throws -> [Figure] {
    let limits = surface.height == 1080 ? FrameLimits.fullHD : .ultraHD
    laboratory.send(.stepping(.pickedStep((laboratory.state.run?.steps ?? 0) / 2)))
    let whole = try times(60) { number in
      laboratory.send(number % 2 == 0 ? .viewing(.choseTheme(.light)) : .viewing(.choseTheme(.dark)))
      if let picture = try laboratory.nextPicture() { surface.paint(picture.list, glyphs: glyphs) }
    }
    let retained = RetainedSurface(surface, glyphs: glyphs)
    func show() throws {
      if let picture = try laboratory.nextPicture() { retained.show(picture.list) }
    }
    laboratory.send(.stepping(.pickedStep(1)))
    try show()
    let step = try times(200) { _ in
      laboratory.send(.stepping(.stepped(.page)))
      try show()
    }
    var now = Duration.seconds(1000)
    var moving: [Double] = []
    for _ in 0..<40 {
      laboratory.send(.stepping(.stepped(.page)))
      repeat {
        now += .seconds(1) / 60
        moving += try times(1) { _ in
          if let picture = try laboratory.nextPicture(at: now) { retained.show(picture.list) }
        }
      } while laboratory.wait(at: now) == .zero
    }
    let idle = try times(60) { _ in try show() }
    return [
      Figure("\(name): whole frame", whole, limit: limits.full, limitOfP95: limits.fullP95),
      Figure("  a step and its frame", step, limit: limits.little),
      Figure("  a frame in which things move", moving, limit: limits.moving),
      Figure("  nothing happened", idle),
    ]
  }
}

/// What a frame may take, in nanoseconds.
struct FrameLimits {
  var full: Double?
  var fullP95: Double?
  /// Where little changed.
  var little: Double?
  /// Where pages travel.
  var moving: Double?

  static let fullHD = FrameLimits(full: 8e6, fullP95: 14e6, little: 3e6, moving: 5e6)
  static let ultraHD = FrameLimits(full: 24e6)
}
