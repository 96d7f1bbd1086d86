import Canvas
import Stage
import Testing

@testable import Lab

@Suite("Sheets in windows of every size")
struct SheetLayoutTests {
  static let sizes = [(1024, 640), (1024, 768), (1280, 720), (1366, 768), (1920, 1080), (3840, 2160)]

  /// The texts of a picture and where their capitals stand.
  private func texts(_ picture: Stage.Picture) -> [(text: String, box: Rect)] {
    picture.list.items.compactMap { item in
      guard case .text(let run) = item else { return nil }
      return (
        run.text,
        Rect(x: run.origin.x, y: run.origin.y - 0.7 * run.size, width: run.width, height: 0.7 * run.size)
      )
    }
  }

  @Test(
    "Wherever one is in a sheet, the chosen entry is there, all of it; no text is cut off or on another",
    arguments: Sheets.Subject.allCases, [100, 150, 200])
  func readable(subject: Sheets.Subject, textSize: Int) throws {
    for laboratory in [try Fixtures.laboratory(), try Fixtures.laboratory(opening: .source("two-scanners"))] {
      laboratory.send(.viewing(.choseTextSize(textSize)))
      laboratory.send(.sheets(.toggled(subject)))
      for (width, height) in Self.sizes {
        laboratory.send(.viewing(.resized(width: width, height: height)))
        laboratory.send(.sheets(.moved(by: -.max / 2)))
        var last = -1
        while let selection = laboratory.state.sheet?.selection, selection != last {
          last = selection
          let name = "\(subject), entry \(selection), \(textSize) % at \(width)x\(height)"
          let picture = try #require(try laboratory.nextPicture())
          let room = try #require(picture.layout[.map])
          #expect(picture.hits.contains(.menuItem(selection)), "\(name)")
          let shown = texts(picture).filter { room.inset(by: -1).contains($0.box.center) }
          for (index, text) in shown.enumerated() {
            #expect(!text.text.hasSuffix("…") || text.text.hasSuffix(" …"), "“\(text.text)”: \(name)")
            #expect(room.inset(by: -1).contains(text.box), "“\(text.text)” leaves the map: \(name)")
            for other in shown[(index + 1)...] {
              #expect(
                !text.box.inset(by: 0.5).intersects(other.box), "“\(text.text)”, “\(other.text)”: \(name)")
            }
          }
          laboratory.send(.sheets(.moved(by: 5)))
        }
      }
    }
  }
}

extension HitMap {
  /// Whether something can be pointed at anywhere.
  fileprivate func contains(_ target: Target) -> Bool {
    for y in stride(from: Float(2), to: 2160, by: 10) {
      for x in stride(from: Float(30), to: 3840, by: 40) where self.target(at: Point(x, y)) == target {
        return true
      }
    }
    return false
  }
}
