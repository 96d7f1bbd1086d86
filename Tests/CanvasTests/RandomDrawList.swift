import Canvas

import struct Simulation.SeededGenerator

/// Draw lists of every kind of item, from a seed; some items lie partly or wholly outside.
struct RandomDrawList {
  var generator: SeededGenerator
  let width: Float
  let height: Float

  init(seed: UInt64, width: Float, height: Float) {
    generator = SeededGenerator(seed: seed)
    (self.width, self.height) = (width, height)
  }

  mutating func list(count: Int) -> DrawList {
    var list = DrawList()
    for _ in 0..<count { list.items.append(item()) }
    return list
  }

  /// The list with some items changed, removed, inserted or exchanged.
  mutating func variation(of list: DrawList) -> DrawList {
    var varied = list
    for _ in 0..<Int.random(in: 0...4, using: &generator) where varied.items.count > 1 {
      let index = varied.items.indices.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0...4, using: &generator) {
      case 0: varied.items[index] = item()
      case 1: varied.items.remove(at: index)
      case 2: varied.items.insert(item(), at: index)
      case 3: varied.items.swapAt(index, varied.items.count - 1)
      default: varied.items.insert(contentsOf: [item(), item(), item()], at: index)
      }
    }
    return varied
  }

  mutating func item() -> DrawList.Item {
    switch Int.random(in: 0...8, using: &generator) {
    case 0: return .fill(rect(), color())
    case 1: return .fill(Rect(x: 0, y: 0, width: width, height: height), color())
    case 2: return .roundedFill(rect(), radius: number(0...30), color())
    case 3: return .stroke(rect(), radius: number(0...20), width: number(0...6), color(), dash())
    case 4: return .line(point(), point(), width: number(0...6), color(), dash())
    case 5: return .polygon((0..<Int.random(in: 0...7, using: &generator)).map { _ in point() }, color())
    case 6: return .hatch(rect(), spacing: number(1...12), width: number(0...3), color())
    case 7:
      let text = String(repeating: "Mj", count: Int.random(in: 0...4, using: &generator))
      let size = number(4...30)
      return .text(
        GlyphRun(text: text, face: .sans, size: size, color: color(), origin: point(), width: size * 3))
    default:
      let (w, h) = (Int.random(in: 0...20, using: &generator), Int.random(in: 0...20, using: &generator))
      let pixels = (0..<w * h).map { _ in color().argb }
      return .image(rect(), Image(width: w, height: h, pixels: pixels))
    }
  }

  private mutating func number(_ range: ClosedRange<Float>) -> Float {
    let number = Float.random(in: range, using: &generator)
    return Bool.random(using: &generator) ? number.rounded() : number
  }

  private mutating func point() -> Point {
    Point(number(-20...width + 20), number(-20...height + 20))
  }

  private mutating func rect() -> Rect {
    let corner = point()
    return Rect(x: corner.x, y: corner.y, width: number(-2...width / 2), height: number(-2...height / 2))
  }

  private mutating func color() -> Color {
    let color = Color(argb: UInt32.random(in: 0...UInt32.max, using: &generator))
    return Bool.random(using: &generator) ? color.opacity(1) : color
  }

  private mutating func dash() -> DrawList.Dash {
    [.solid, .dashed, .longDashes, .dotted].randomElement(using: &generator) ?? .solid
  }
}
