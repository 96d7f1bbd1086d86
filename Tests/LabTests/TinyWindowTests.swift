import Stage
import Testing

@testable import Lab

@Suite("Windows too small for anything")
struct TinyWindowTests {
  private static let sizes = [(1, 1), (900, 2)]

  private func look(_ laboratory: Laboratory, _ what: String) throws {
    for (width, height) in Self.sizes {
      laboratory.send(.viewing(.resized(width: width, height: height)))
      for size in [200] {
        laboratory.send(.viewing(.choseTextSize(size)))
        let picture = try laboratory.nextPicture()
        for item in picture?.list.items ?? [] {
          let bounds = item.bounds
          #expect(
            bounds.width >= 0 && bounds.height >= 0 && bounds.maxX.isFinite && bounds.maxY.isFinite,
            "\(what) at \(width)x\(height): \(item)")
        }
      }
    }
  }

  @Test("A board can be drawn in a window of any size, with texts of any size")
  func board() throws {
    let laboratory = try Laboratory.onBoard()
    try look(laboratory, "board")
    laboratory.press(.character("z"))
    try look(laboratory, "looked at closely")
  }

  @Test("Every view can be drawn in a window of any size, with texts of any size")
  func views() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("two-scanners-converge"))
    laboratory.send(.stepping(.pickedStep(60)))
    try look(laboratory, "run")
    let keys: [(Key, Modifiers)] = [
      (.character("?"), []), (.function(1), .shift), (.character("v"), []), (.character("d"), []),
      (.character("/"), []), (.character("e"), []), (.function(5), []), (.character("l"), []), (.tab, []),
      (.character("z"), []), (.character("k"), []),
    ]
    for (key, modifiers) in keys {
      laboratory.press(key, with: modifiers)
      try look(laboratory, "\(key)")
      laboratory.press(.escape)
    }
  }
}
