import Canvas

@testable import Stage

/// A map in a window, and what is written there.
enum Pictured {
  static func picture(
    _ map: Scene.Map, width: Float = 1366, height: Float = 768, textScale: Float = 1, zoom: Zoom? = nil,
    presenting: Bool = false
  ) throws -> Stage.Picture {
    var scene = if case .board = map { Samples.board() } else { Samples.lesson() }
    scene.map = map
    scene.zoom = zoom
    scene = presenting ? PresentingTests.presented(scene) : scene
    return try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: width, height: height, textScale: textScale)
  }

  static func texts(_ picture: Stage.Picture) -> [(text: String, box: Rect)] {
    picture.list.items.compactMap { item in
      guard case .text(let run) = item else { return nil }
      return (
        run.text,
        Rect(x: run.origin.x, y: run.origin.y - 0.73 * run.size, width: run.width, height: 0.73 * run.size)
      )
    }
  }
}
