import Canvas
import Measuring
import Typography
import Window

/// Times drawing at 1080p and 4K: in memory, and in a window where there is a display.
@main
struct CanvasBenchmarks {
  @MainActor
  static func main() throws {
    let glyphs = try SDLGlyphSource(book: FontBook())
    let picture = CommandLine.arguments.dropFirst().first
    for (width, height, limits) in [(1920, 1080, Limits.fullHD), (3840, 2160, Limits.ultraHD)] {
      let workload = Workload(width: Float(width), height: Float(height), glyphs: glyphs)
      print("\(width)x\(height), \(workload.list(step: 100).items.count) items")
      inMemory(workload, width, height, limits)
      if let picture, height == 1080 {
        let surface = Surface(width: width, height: height)
        surface.paint(workload.list(step: 100), glyphs: glyphs)
        try surface.image.write(png: picture)
      }
      do {
        try inWindow(workload, width, height, limits)
      } catch let error as WindowError {
        print("  \(error)")
      }
    }
  }

  /// What issue and design ask for, in milliseconds.
  struct Limits {
    let full: Double
    let full95: Double
    let little: Double?
    static let fullHD = Limits(full: 8, full95: 14, little: 3)
    static let ultraHD = Limits(full: 24, full95: 33, little: nil)
  }

  private static func inMemory(_ workload: Workload, _ width: Int, _ height: Int, _ limits: Limits) {
    let list = workload.list(step: 100)
    report(Measurement("  building the list") { step in _ = workload.list(step: step) })
    let surface = Surface(width: width, height: height)
    report(Measurement("  everything, in memory") { _ in surface.paint(list, glyphs: workload.glyphs) })
    let steps = (0..<8).map { workload.list(step: $0 * 16 + 100) }
    let retained = RetainedSurface(surface, glyphs: workload.glyphs)
    report(Measurement("  the next step, in memory") { round in retained.show(steps[round % 8]) })
    report(Measurement("  nothing new, in memory") { _ in retained.show(steps[60 % 8]) })
  }

  @MainActor
  private static func inWindow(_ workload: Workload, _ width: Int, _ height: Int, _ limits: Limits) throws {
    let window = try Window(
      title: "Benchmark", applicationID: "benchmark", width: width, height: height, glyphs: workload.glyphs)
    for _ in 0..<5 {
      try window.show(workload.list(step: 0))
      _ = try window.waitEvents(milliseconds: 20)
    }
    print("  window \(window.width)x\(window.height)")
    let full = try Measurement("  everything, built, drawn and presented") { round in
      // Another ground, so that everything differs.
      try window.show(workload.list(step: 100, ground: Color(argb: 0xFF00_0000 + UInt32(round % 2))))
    }
    print(full.report(medianMax: limits.full, percentile95Max: limits.full95))
    let next = try Measurement("  the next step, built, drawn and presented") { round in
      try window.show(workload.list(step: 100 + round * 16))
    }
    print(next.report(medianMax: limits.little))
  }

  private static func report(_ measurement: Measurement) { print(measurement.report()) }
}
