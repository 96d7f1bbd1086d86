import Canvas
import Documents
import Lab
import Runs
import Stage
import Typography

/// Looking closely at the largest board, and going about on it, frame by frame without a window.
enum ZoomBenchmarks {
  /// From frame to frame.
  private static let beat = Duration.seconds(1) / 60
  private static let limit = 6e6

  static func run() throws -> [Figure] {
    let glyphs = try SDLGlyphSource(book: FontBook())
    let content = try Content(ContentLocator())
    let laboratory = Laboratory(content: content, glyphs: glyphs, wake: {})
    laboratory.open(try content.folder.recipe(for: .source("rock-5b-plus-32g")))
    laboratory.waitForRecording()
    laboratory.send(.viewing(.resized(width: 1920, height: 1080)))
    laboratory.send(.stepping(.pickedStep((laboratory.state.run?.steps ?? 0) / 2)))
    let screen = RetainedSurface(Surface(width: 1920, height: 1080), glyphs: glyphs)
    var now = Duration.zero
    /// Frames until nothing moves any more.
    func frames(after actions: [Action]) throws -> [Double] {
      for action in actions { laboratory.send(action) }
      var frames: [Double] = []
      var isMoving = true
      while isMoving {
        now += beat
        frames += try times(1) { _ in
          if let picture = try laboratory.nextPicture(at: now) { screen.show(picture.list) }
        }
        isMoving = laboratory.wait(at: now) == .zero
      }
      return frames
    }
    _ = try frames(after: [])
    var zooms: [[Double]] = [[], []]
    for _ in 0..<4 {
      for level in 0..<2 { zooms[level] += try frames(after: [.zooming(.closer)]) }
      for level in [1, 0] { zooms[level] += try frames(after: [.zooming(.further)]) }
    }
    return try [
      Figure("32 GB board, 1080 lines: between board and pageblocks", zooms[0], limit: limit),
      Figure("  between pageblocks and pages", zooms[1], limit: limit),
    ]
      + [1, 2].map { level in
        _ = try frames(after: [.zooming(.closer)])
        return Figure("  dragged at level \(level)", try drag(laboratory, screen, &now), limit: limit)
      }
  }

  /// The map under a hand that moves all the time.
  private static func drag(
    _ laboratory: Laboratory, _ screen: RetainedSurface, _ now: inout Duration
  ) throws -> [Double] {
    guard let middle = laboratory.picture?.layout[.map]?.center else { return [] }
    laboratory.handle(.pointerDown(x: middle.x, y: middle.y, button: .left, clicks: 1))
    defer { laboratory.handle(.pointerUp(x: middle.x, y: middle.y, button: .left)) }
    return try times(120) { frame in
      let way = Float(frame % 60) * 9
      now += beat
      laboratory.handle(.pointerMoved(x: middle.x - way, y: middle.y - way / 2, dragging: true))
      if let picture = try laboratory.nextPicture(at: now) { screen.show(picture.list) }
    }
  }
}
