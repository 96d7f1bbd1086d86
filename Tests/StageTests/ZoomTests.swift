import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("Looking closely at a map")
struct ZoomTests {
  private static let boards = [8, 32]

  private func whole(_ gigabytes: Int) throws -> BoardGeometry {
    let setter = try Samples.setter()
    let map = Samples.boardMap(gigabytes: gigabytes)
    return BoardGeometry(
      map: map, in: Rect(x: 20, y: 50, width: 900, height: 480),
      margins: BoardMargins(map, setter: setter, unit: 0.667), em: 13, unit: 0.667)
  }

  private func pages() -> PageGeometry {
    PageGeometry(
      map: Samples.pageMap(), in: Rect(x: 20, y: 80, width: 900, height: 420), margins: (90, 90),
      em: (13, 13),
      cap: 9.5, unit: 0.667)
  }

  @Test("Level 0 is the whole board", arguments: boards)
  func none(gigabytes: Int) throws {
    let whole = try whole(gigabytes)
    #expect(whole.zoomed(nil) == whole)
    #expect(whole.zoomed(Zoom(level: 0, center: Zoom.Place(0x5EA00))) == whole)
    #expect(whole.zoom == nil)
  }

  @Test("At the closest one pageblock fills the view and its pages can carry letters", arguments: boards)
  func closest(gigabytes: Int) throws {
    let geometry = try whole(gigabytes).zoomed(Zoom(level: 2, center: Zoom.Place(0x5EA00)))
    let box = try #require(geometry.box(of: 0x5EA00))
    #expect(geometry.showsPages && geometry.pageblocksPerCell == 1)
    #expect(geometry.viewport.contains(box.center))
    #expect(box.width <= geometry.viewport.width && box.width > geometry.viewport.width * 0.9)
    #expect(min(geometry.pagePitch.x, geometry.pagePitch.y) >= 15)
  }

  @Test("What was asked for stands in the middle, unless the board ends there", arguments: boards)
  func middle(gigabytes: Int) throws {
    let whole = try whole(gigabytes)
    let middle = gigabytes << 17
    for level in [Float(0.7), 1, 1.6, 2] {
      let geometry = whole.zoomed(Zoom(level: level, center: Zoom.Place(middle + 0x7A00)))
      let zoom = try #require(geometry.zoom)
      #expect(abs(zoom.level - level) < 0.01)
      if level >= 1 {
        #expect(zoom.center.pfn == middle + 0x7A00)
        #expect(abs(zoom.center.x - 0.5) < 0.05 && abs(zoom.center.y - 0.5) < 0.05)
      }
      let corner = whole.zoomed(Zoom(level: level, center: Zoom.Place(0)))
      #expect(abs(corner.left - whole.left) < 0.5, "nothing stands left of the first pageblock")
    }
  }

  @Test("A place and the pixel that shows it lead to each other", arguments: boards)
  func places(gigabytes: Int) throws {
    let geometry = try whole(gigabytes).zoomed(Zoom(level: 2, center: Zoom.Place(0x5EA00)))
    let cell = try #require(geometry.box(of: 0x5EA00))
    for page in [0, 31, 32, 200, 511] {
      let box = geometry.box(of: 0x5EA00 + page, count: 1, in: cell)
      #expect(geometry.page(at: box.center) == 0x5EA00 + page)
      #expect(geometry.place(at: box.center)?.pfn == 0x5EA00)
    }
    #expect(geometry.page(at: Point(cell.midX, cell.y + geometry.captionHeight / 2)) == nil)
    #expect(geometry.page(at: Point(5, 5)) == nil)
  }

  @Test("The way from one level to the other begins and ends where both are, and goes no detour")
  func way() throws {
    let whole = try whole(32)
    let (from, to) = (
      Zoom(level: 0, center: Zoom.Place(0x5EA00)), Zoom(level: 2, center: Zoom.Place(0x5EA00))
    )
    for (from, to) in [(from, to), (to, from)] {
      #expect(whole.zoomed(from: from, to: to, share: 1) == whole.zoomed(to))
      let start = whole.zoomed(from: from, to: to, share: 0.0001)
      #expect(abs((start.box(of: 0x5EA00)?.midX ?? 0) - (whole.zoomed(from).box(of: 0x5EA00)?.midX ?? 0)) < 1)
      let widths = (0...20).map {
        let geometry = whole.zoomed(from: from, to: to, share: Float($0) / 20)
        return geometry.cellPitch / Float(geometry.pageblocksPerCell)
      }
      #expect(widths == widths.sorted { from.level < to.level ? $0 < $1 : $0 > $1 })
    }
  }

  @Test("The wheel keeps in its place what is under the pointer", arguments: [Float(0.3), 1, 1.5])
  func wheel(level: Float) throws {
    let point = Point(400, 300)
    let start = try whole(8).zoomed(Zoom(level: level, center: Zoom.Place(0x110000)))
    let place = try #require(start.place(at: point))
    let zoom = try #require(start.zoom(to: level + 0.4, keeping: point))
    let there = try whole(8).zoomed(zoom).place(at: point)
    #expect(there?.pfn == place.pfn)
    let pages = pages().zoomed(Zoom(level: level, center: Zoom.Place(Samples.firstPfn + 250)))
    let closer = self.pages().zoomed(pages.zoom(to: min(level + 0.4, 2), keeping: point))
    #expect(closer.place(at: point).pfn == pages.place(at: point).pfn)
  }

  @Test("A small memory shows fewer pages, larger, and all of them again")
  func smallMemory() {
    let whole = pages()
    #expect(whole.zoomed(nil) == whole)
    let center = Zoom.Place(Samples.firstPfn + 250)
    let close = whole.zoomed(Zoom(level: 2, center: center))
    #expect(close.cell.width == whole.cell.width * 3)
    #expect(close.visibleRows < whole.visibleRows)
    #expect(close.zoom?.center.pfn == center.pfn)
    #expect(close.pfn(at: close.box(of: center.pfn).center) == center.pfn)
    #expect(close.pfn(at: Point(30, 200)) == nil, "beside the view there is no page")
    let back = whole.zoomed(
      from: Zoom(level: 2, center: center), to: Zoom(level: 0, center: center), share: 1)
    #expect(back == whole)
  }

  @Test(
    "Nothing of a map that is looked at closely is seen outside of its place", arguments: [Float(0.6), 1, 2])
  func contained(level: Float) throws {
    let detail = PageblockDetail(
      pageblock: PageMap.Pageblock(.unmovable, skipHint: true),
      runs: [PageMap.Run(start: 0x5EA00, count: 64, look: .free(6))]
        + (64..<512).map { PageMap.Run(start: 0x5EA00 + $0, look: $0 % 2 == 0 ? .anonymous : .kernel) })
    for scene in [Samples.board(), Samples.lesson()] {
      var scene = scene
      let isBoard = if case .board = scene.map { true } else { false }
      scene.zoom = Zoom(level: level, center: Zoom.Place(isBoard ? 0x5EA00 : Samples.firstPfn + 300))
      let stage = try Samples.stage()
      let theme = try ThemeFiles.theme("dark")
      let plan = stage.plan(scene, width: 1280, height: 720)
      let details = plan.pageblocksInDetail.map { ($0, detail) }
      #expect(details.isEmpty == (!isBoard || level < 1))
      let picture = stage.picture(
        of: plan, theme: theme, details: Dictionary(uniqueKeysWithValues: details))
      let map = try #require(picture.layout[.map])
      #expect(picture.zoom.map { abs($0.level - level) < 0.01 } == true)
      let surface = Surface(width: 1280, height: 720)
      surface.paint(picture.list, glyphs: FakeGlyphs())
      for x in stride(from: 0, to: Int(map.maxX) + 8, by: 3) {
        let below = Int(map.maxY) + 1
        #expect(surface[x, below] == theme.background, "\(x), \(below)")
      }
      for target in [Point(map.minX + 2, map.midY), Point(map.maxX - 2, map.midY)] {
        #expect(picture.hits.target(at: target) == nil)
      }
    }
  }
}
