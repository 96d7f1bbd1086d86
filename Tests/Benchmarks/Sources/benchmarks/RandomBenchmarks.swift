import Canvas
import Documents
import Foundation
import Lab
import RandomHand
import Runs
import Simulation
import Typography

/// A hundred thousand keys and clicks without any sense from each kind of run, in windows of all sizes: no
/// frame may take so long that it is felt.
enum RandomBenchmarks {
  private static let count = 100_000
  private static let limit = 50e6

  static func run() throws -> [Figure] {
    let glyphs = try SDLGlyphSource(book: FontBook())
    let content = try Content(ContentLocator())
    return try [
      ("lesson", content.folder.recipe(for: .lesson("two-scanners-converge"))),
      ("8 GB board", content.folder.recipe(for: .source("rock-5b-plus-8g"))),
      ("32 GB board", content.folder.recipe(for: .source("rock-5b-plus-32g"))),
    ].flatMap { name, subject in
      let laboratory = Laboratory(content: content, glyphs: glyphs, wake: {})
      return try figures(name, RandomWalk(laboratory, subject, seed: 1), glyphs)
    }
  }

  private static func figures(_ name: String, _ walk: RandomWalk, _ glyphs: any GlyphSource) throws
    -> [Figure]
  {
    var samples: [Double] = []
    var surface = RetainedSurface(Surface(width: 1280, height: 720), glyphs: glyphs)
    try walk.go(count) { frame in
      let place = walk.laboratory.state.place
      let begun = processorTime()
      var made = begun
      if let picture = try frame() {
        made = processorTime()
        let (width, height) = (walk.laboratory.state.width, walk.laboratory.state.height)
        if (width, height) != (surface.surface.width, surface.surface.height) {
          surface = RetainedSurface(
            Surface(width: width, height: height, inPlaceOf: surface.surface), glyphs: glyphs)
        }
        surface.show(picture.list)
      }
      let taken = processorTime() - begun
      samples.append(taken)
      if taken > limit {
        let (width, height) = (surface.surface.width, surface.surface.height)
        print(
          "  \(name), \(width)x\(height), \(place): \(Int(taken / 1e6)) ms, \(Int((made - begun) / 1e6)) until it "
            + "is drawn: \(walk.last)")
      }
    }
    return [
      Figure("\(name): \(count) keys and clicks, a frame", samples),
      Figure("  the slowest frame", [samples.max() ?? 0], limit: limit),
    ]
  }

  /// Nanoseconds that this thread has been computing: what others do meanwhile is no matter.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
