import Canvas

/// A list of every kind of item at odd places, the same with every version of the standard library.
enum GoldenList {
  static func list() -> DrawList {
    var list = DrawList()
    for index in 0..<160 {
      let step = Float(index)
      let rect = Rect(
        x: Float(index * 37 % 620) + step / 8, y: Float(index * 53 % 380) + step / 16,
        width: Float(index * 7 % 60) + step / 32, height: Float(index * 11 % 50) + 0.25)
      let color = Color(argb: UInt32(truncatingIfNeeded: index &* 0x9E37_79B9)).opacity(
        index % 3 == 0 ? 0.6 : 1)
      let dash = [DrawList.Dash.solid, .dashed, .longDashes, .dotted][index % 4]
      switch index % 8 {
      case 0: list.fill(rect, color)
      case 1: list.roundedFill(rect, radius: step / 10, color)
      case 2: list.stroke(rect, radius: step / 12, width: 1 + step / 60, color, dash: dash)
      case 3:
        list.line(from: Point(rect.x, rect.y), to: Point(rect.maxX, rect.maxY), width: 2.5, color, dash: dash)
      case 4:
        list.polygon(
          [Point(rect.x, rect.y), Point(rect.maxX, rect.midY), Point(rect.x, rect.maxY), rect.center], color)
      case 5: list.hatch(rect, spacing: 3 + step / 40, width: 1.25, color)
      case 6:
        list.text(
          GlyphRun(text: "Mj\(index)", face: .sans, size: 12, color: color, origin: rect.center, width: 40))
      default:
        let pixels = (0..<12 * 9).map { color.argb &+ UInt32($0 * 0x0101_0307) }
        list.image(rect, Image(width: 12, height: 9, pixels: pixels))
      }
    }
    return list
  }

  /// FNV-1a over the pixels of the list painted at 640x400.
  static func digest() -> UInt64 {
    let surface = Surface(width: 640, height: 400)
    surface.paint(list(), glyphs: BlockGlyphs())
    return surface.image.pixels.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
