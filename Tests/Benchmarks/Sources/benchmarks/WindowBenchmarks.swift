import Canvas
import Documents
import Foundation
import Lab
import Runs
import Simulation
import Stage
import Surroundings
import Typography
import Window

/// Frames of the program in a window, from the playhead to the screen: through X11, and through a Wayland
/// compositor, where each goes through a texture.
@MainActor
enum WindowBenchmarks {
  static func run() throws -> [Figure] {
    let display = try PrivateDisplay(width: 3840, height: 2160)
    defer { display.stop() }
    use(display)
    setenv("SDL_VIDEODRIVER", "x11", 1)
    let x11 = try figures("X11", 1920, 1080, .fullHD) + figures("X11", 3840, 2160, .ultraHD)
    guard WaylandCompositor.missing.isEmpty else {
      print("Wayland: not measured, \(WaylandCompositor.missing.joined(separator: ", ")) not installed")
      return x11
    }
    let compositor = try WaylandCompositor(width: 2000, height: 1200)
    use(compositor)
    return try withExtendedLifetime(compositor) { try x11 + figures("Wayland", 1920, 1080, nil) }
  }

  private static func use(_ desktop: some Desktop) {
    for (name, value) in desktop.environment { setenv(name, value, 1) }
  }

  private static func figures(
    _ name: String, _ width: Int, _ height: Int, _ limits: FrameLimits?
  ) throws -> [Figure] {
    let glyphs = try SDLGlyphSource(book: FontBook())
    let content = try Content(ContentLocator())
    let window = try Window(
      title: "Benchmark", applicationID: "benchmark", width: width, height: height, glyphs: glyphs)
    let laboratory = Laboratory(content: content, glyphs: glyphs, wake: {})
    laboratory.open(try content.folder.recipe(for: .lesson("two-scanners-converge")))
    laboratory.waitForRecording()
    for _ in 0..<10 {
      laboratory.send(.viewing(.resized(width: window.width, height: window.height)))
      if let picture = try laboratory.nextPicture() { try window.show(picture.list) }
      _ = try window.waitEvents(atMost: .milliseconds(20))
    }
    func show() throws {
      if let picture = try laboratory.nextPicture() { try window.show(picture.list) }
    }
    laboratory.send(.stepping(.pickedStep((laboratory.state.run?.steps ?? 0) / 2)))
    let whole = try times(60) { number in
      laboratory.send(number % 2 == 0 ? .viewing(.choseTheme(.light)) : .viewing(.choseTheme(.dark)))
      try show()
    }
    let step = try times(200) { _ in
      laboratory.send(.stepping(.stepped(.page)))
      try show()
    }
    let bare = try times(60) { number in try window.show(ground(window.width, window.height, number)) }
    let surface = Surface(width: window.width, height: window.height)
    let fill = times(60) { surface.paint(ground(window.width, window.height, $0), glyphs: glyphs) }
    let size = "\(window.width)x\(window.height)"
    // What is left of a picture of one colour when its painting is taken away.
    let upload = Figure("  of that, bringing it on the screen", [median(bare) - median(fill)])
    let full = limits?.full ?? upload.median + 8e6
    return [
      Figure("\(name), \(size): whole frame in a window", whole, limit: full, limitOfP95: limits?.fullP95),
      upload,
      Figure("  a step and its frame", step, limit: limits?.little),
    ]
  }

  private static func ground(_ width: Int, _ height: Int, _ number: Int) -> DrawList {
    var list = DrawList()
    list.fill(
      Rect(x: 0, y: 0, width: Float(width), height: Float(height)), Color(argb: 0xFF00_0000 + UInt32(number)))
    return list
  }

  private static func median(_ samples: [Double]) -> Double { samples.sorted()[samples.count / 2] }
}
