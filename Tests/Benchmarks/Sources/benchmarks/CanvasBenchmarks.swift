import Canvas
import Typography
import Window

/// Drawing at 1080p and 4K, in memory and, where there is a display, in a window.
enum CanvasBenchmarks {
  @MainActor
  static func run() throws -> [Figure] {
    let glyphs = try SDLGlyphSource(book: FontBook())
    return try [(1920, 1080), (3840, 2160)].flatMap { width, height in
      let workload = CanvasWorkload(width: Float(width), height: Float(height), glyphs: glyphs)
      return inMemory(workload, width, height) + (try inWindow(workload, width, height))
    }
  }

  private static func inMemory(_ workload: CanvasWorkload, _ width: Int, _ height: Int) -> [Figure] {
    let list = workload.list(step: 100)
    let surface = Surface(width: width, height: height)
    let steps = (0..<8).map { workload.list(step: $0 * 16 + 100) }
    let retained = RetainedSurface(surface, glyphs: workload.glyphs)
    retained.show(steps[7])
    return [
      Figure(
        "\(height) lines: \(list.items.count) items painted",
        times(60) { _ in surface.paint(list, glyphs: workload.glyphs) }),
      Figure("  the next step's differences painted", times(60) { retained.show(steps[$0 % 8]) }),
      Figure("  no difference found", times(60) { _ in retained.show(steps[3]) }),
    ]
  }

  @MainActor
  private static func inWindow(_ workload: CanvasWorkload, _ width: Int, _ height: Int) throws -> [Figure] {
    guard
      let window = try? Window(
        title: "Benchmark", applicationID: "benchmark", width: width, height: height, glyphs: workload.glyphs)
    else { return [] }
    for _ in 0..<5 {
      try window.show(workload.list(step: 0))
      _ = try window.waitEvents(atMost: .milliseconds(20))
    }
    let limits = height == 1080 ? FrameLimits.fullHD : .ultraHD
    let all = try times(60) {
      // Another ground, so that everything differs.
      try window.show(workload.list(step: 100, ground: Color(argb: 0xFF00_0000 + UInt32($0 % 2))))
    }
    let next = try times(60) { try window.show(workload.list(step: 100 + $0 * 16)) }
    return [
      Figure("  all built, painted and shown", all, limit: limits.full, limitOfP95: limits.fullP95),
      Figure("  the next step built, painted and shown", next, limit: limits.little),
    ]
  }
}
