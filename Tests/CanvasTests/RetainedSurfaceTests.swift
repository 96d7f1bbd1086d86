import Canvas
import Testing

@Suite("Painting only what changed")
struct RetainedSurfaceTests {
  let ground = Color(argb: 0xFF0A_0E12)
  let ink = Color(argb: 0xFFFF_B938)

  /// A ground and a grid of 100 cells on it.
  func grid() -> DrawList {
    var list = DrawList()
    list.fill(Rect(x: 0, y: 0, width: 200, height: 200), ground)
    for cell in 0..<100 {
      list.roundedFill(cellRect(cell), radius: 4, ink)
    }
    return list
  }

  func cellRect(_ cell: Int) -> Rect {
    Rect(x: Float(cell % 10) * 20 + 2, y: Float(cell / 10) * 20 + 2, width: 16, height: 16)
  }

  func retained() -> RetainedSurface {
    RetainedSurface(Surface(width: 200, height: 200), glyphs: BlockGlyphs())
  }

  @Test(
    "The picture is the same as if all had been painted, whatever changed", arguments: 0..<40 as Range<UInt64>
  )
  func sameAsWhole(seed: UInt64) {
    var random = RandomDrawList(seed: seed, width: 160, height: 120)
    let glyphs = BlockGlyphs()
    let retained = RetainedSurface(Surface(width: 160, height: 120), glyphs: glyphs)
    var list = random.list(count: 25)
    for step in 0..<8 {
      retained.show(list)
      let whole = Surface(width: 160, height: 120)
      whole.paint(list, glyphs: glyphs)
      let comparison = PictureComparison(retained.surface.image, whole.image)
      #expect(
        comparison.agrees(),
        "seed \(seed) step \(step): first at \(String(describing: comparison.firstDifference))")
      list = random.variation(of: list)
    }
  }

  @Test("Pixels outside of the reported areas stay as they were", arguments: 100..<120 as Range<UInt64>)
  func areasAreComplete(seed: UInt64) {
    var random = RandomDrawList(seed: seed, width: 160, height: 120)
    let retained = RetainedSurface(Surface(width: 160, height: 120), glyphs: BlockGlyphs())
    let list = random.list(count: 25)
    retained.show(list)
    let before = retained.surface.image
    let areas = retained.show(random.variation(of: list))
    let after = retained.surface.image
    for y in 0..<120 {
      for x in 0..<160 where before.pixels[y * 160 + x] != after.pixels[y * 160 + x] {
        let pixel = PixelRect(minX: x, minY: y, maxX: x + 1, maxY: y + 1)
        #expect(areas.contains { $0.contains(pixel) })
      }
    }
  }

  @Test("A view that has moved is one area, as large as the view")
  func moved() {
    func list(_ offset: Float) -> DrawList {
      var list = DrawList()
      list.fill(Rect(x: 0, y: 0, width: 200, height: 200), ground)
      for cell in 0..<2500 {
        list.fill(
          Rect(x: 20 + Float(cell % 50) * 2 + offset, y: 40 + Float(cell / 50) * 2, width: 1, height: 1), ink)
      }
      list.fill(Rect(x: 180, y: 180, width: 10, height: 10), ink)
      return list
    }
    let retained = retained()
    retained.show(list(0))
    #expect(retained.show(list(1)) == [PixelRect(minX: 20, minY: 40, maxX: 120, maxY: 139)])
    let whole = Surface(width: 200, height: 200)
    whole.paint(list(1), glyphs: BlockGlyphs())
    #expect(retained.surface.image.pixels == whole.image.pixels)
  }

  @Test(
    "Where long lists differ more than is worth comparing, the picture is still the same",
    arguments: [0, 3, 40], [0, 0.3, 0.8])
  func givenUp(inserted: Int, equal: Double) {
    func list(_ offset: Float, inserted: Int) -> DrawList {
      var list = DrawList()
      list.fill(Rect(x: 0, y: 0, width: 200, height: 200), ground)
      for number in 0..<inserted { list.fill(Rect(x: Float(number), y: 2, width: 1, height: 4), ink) }
      for cell in 0..<5000 {
        let (column, row) = (cell % 100, cell / 100)
        let y = Float(row) * 3 + 20 + (Double(row) < equal * 50 ? 0 : offset)
        list.roundedFill(Rect(x: Float(column) * 2, y: y, width: 1, height: 2), radius: 1, ink)
      }
      return list
    }
    let retained = retained()
    retained.show(list(0, inserted: 0))
    for _ in 0..<2 {
      for list in [list(1, inserted: inserted), list(0, inserted: 0)] {
        retained.show(list)
        let whole = Surface(width: 200, height: 200)
        whole.paint(list, glyphs: BlockGlyphs())
        #expect(PictureComparison(retained.surface.image, whole.image).agrees())
      }
    }
  }

  @Test("The first list is painted whole")
  func first() {
    #expect(retained().show(grid()) == [PixelRect(minX: 0, minY: 0, maxX: 200, maxY: 200)])
  }

  @Test("When nothing changed, nothing is painted")
  func nothing() {
    let retained = retained()
    retained.show(grid())
    #expect(retained.show(grid()).isEmpty)
  }

  @Test("One changed cell damages that cell only")
  func oneCell() {
    let retained = retained()
    retained.show(grid())
    var list = grid()
    list.items[45] = .roundedFill(cellRect(44), radius: 4, ground)
    #expect(retained.show(list) == [PixelRect(covering: cellRect(44))])
  }

  @Test("Cells that appear and vanish in the middle of the list damage only themselves")
  func insertedAndRemoved() {
    let retained = retained()
    retained.show(grid())
    var list = grid()
    list.items.remove(at: 81)
    list.items.insert(.fill(cellRect(20), ground), at: 30)
    let areas = retained.show(list)
    #expect(Set(areas) == [PixelRect(covering: cellRect(80)), PixelRect(covering: cellRect(20))])
  }

  @Test("A change everywhere is one pass over the whole")
  func everything() {
    let retained = retained()
    retained.show(grid())
    var list = grid()
    for index in 1...100 { list.items[index] = .fill(cellRect(index - 1), ink) }
    list.items[0] = .fill(Rect(x: 0, y: 0, width: 200, height: 200), ink)
    #expect(retained.show(list) == [PixelRect(minX: 0, minY: 0, maxX: 200, maxY: 200)])
  }
}
