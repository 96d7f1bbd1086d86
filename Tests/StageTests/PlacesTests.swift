import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("What is named stands at what it means")
struct PlacesTests {
  @Test("A scanner's name stands beside its row and covers no address, whatever pageblock it is in")
  func pills() throws {
    for (width, height, textScale) in [(1366, 768, 1), (1920, 1080, 1), (1366, 768, 1.5)]
      as [(Float, Float, Float)]
    {
      for pageblock in 0..<32 {
        var map = Samples.pageMap()
        map.migrate = Samples.firstPfn + pageblock * 16 + 3
        map.free = Samples.firstPfn + (31 - pageblock) * 16 + 3
        map.focus = Samples.firstPfn + pageblock * 16
        let picture = try Pictured.picture(.pages(map), width: width, height: height, textScale: textScale)
        let geometry = try #require(picture.hits.pageGeometry)
        let texts = Pictured.texts(picture)
        let pill = try #require(texts.first { $0.text.hasPrefix("migrate") })
        let row = geometry.rowRect(geometry.row(of: map.focus))
        #expect(abs(pill.box.midY - row.midY) <= row.height / 2 + 2, "\(pageblock)")
        for row in geometry.firstRow..<geometry.firstRow + geometry.visibleRows {
          let address = String(geometry.firstPfn(ofRow: row), radix: 16)
          #expect(texts.contains { $0.text == address }, "\(address) is covered or missing at \(pageblock)")
        }
      }
    }
  }

  @Test("To a pageblock in the far half a line leads from its scanner's name, in the gap above the row")
  func lines() throws {
    for pageblock in [0, 1, 8, 9, 30, 31] {
      var map = Samples.pageMap()
      map.migrate = Samples.firstPfn + pageblock * 16 + 3
      map.movers = []
      let theme = try ThemeFiles.theme("dark")
      let picture = try Pictured.picture(.pages(map))
      let geometry = try #require(picture.hits.pageGeometry)
      let row = geometry.rowRect(geometry.row(of: map.migrate ?? 0))
      let line = picture.list.items.contains { item in
        guard case .fill(let rect, theme.migrateScanner) = item else { return false }
        return rect.width > geometry.segmentWidth && abs(rect.midY - row.minY) <= geometry.gap
      }
      #expect(line == (pageblock % 2 == 1), "\(pageblock)")
    }
  }

  @Test("All zones of a small memory are on the map, each page can be pointed at, and each zone is named")
  func zones() throws {
    var map = Samples.pageMap()
    let parts = [(ZoneName.dma, 0xFC0..<0x1000), (.normal, 0x1000..<0x1080), (.movable, 0x3000..<0x3040)]
    map.parts = parts.map { PageMap.Part(zone: $0.0, range: $0.1) }
    map.range = 0xFC0..<0x3040
    map.runs = parts.flatMap { $0.1.map { PageMap.Run(start: $0, look: .anonymous) } }
    map.pageblocks = [PageMap.Pageblock](repeating: PageMap.Pageblock(), count: (0x40 + 0x80 + 0x40) / 16)
    map.pageblocks[4].migratetype = .unmovable
    map.pageblocks[12].migratetype = .cma
    #expect(map.pageblock(at: 0x1000).migratetype == .unmovable)
    #expect(map.pageblock(at: 0x3000).migratetype == .cma)
    (map.migrate, map.free, map.runZone, map.movers) = (0x1013, 0x1074, .normal, [])
    map.focus = 0x1010
    for (width, height) in LayoutTests.sizes {
      let picture = try Pictured.picture(.pages(map), width: width, height: height)
      var found: Set<Pfn> = []
      for y in stride(from: Float(1), to: height, by: 4) {
        for x in stride(from: Float(1), to: width, by: 4) {
          if case .page(let pfn) = picture.hits.target(at: Point(x, y)) { found.insert(pfn) }
        }
      }
      #expect(found == Set(parts.flatMap { Array($0.1) }), "\(width)x\(height)")
      for (zone, _) in parts {
        #expect(
          Pictured.texts(picture).contains { $0.text == zone.description }, "\(zone) at \(width)x\(height)")
      }
    }
    #expect(map.neighbour(of: 0x107F, to: .right, perRow: 32) == 0x3000)
    #expect(map.neighbour(of: 0x3000, to: .left, perRow: 32) == 0x107F)
  }

  @Test("A block is one capsule, however many rows or pageblocks it fills")
  func capsules() throws {
    let theme = try ThemeFiles.theme("dark")
    // Two rows of a map with one column, which is what stands beside another one.
    var scene = Samples.beside(Samples.lesson())
    scene.title.step = 425
    let beside = try Samples.stage().picture(of: scene, theme: theme, width: 1280, height: 1000)
    #expect(try #require(beside.hits.pageGeometry).columns == 1)
    let largest = theme.freeScale(orders: 6)[5]
    let capsules = beside.list.items.count { item in
      if case .roundedFill(_, _, largest) = item { true } else { false }
    }
    #expect(capsules == 2, "one in each map")

    // Two pageblocks of a board that is looked at closely.
    let map = Samples.boardMap(gigabytes: 8)
    var board = Samples.board()
    board.map = .board(map)
    board.zoom = Zoom(level: 1, center: Zoom.Place(0x14000))
    let stage = try Samples.stage()
    let plan = stage.plan(board, width: 1366, height: 768)
    let details = plan.pageblocksInDetail.map { start in
      (
        start,
        PageblockDetail(
          pageblock: PageMap.Pageblock(),
          runs: [
            PageMap.Run(start: start, count: 512, look: .free((0x14000..<0x14400).contains(start) ? 10 : 9))
          ])
      )
    }
    let picture = stage.picture(
      of: plan, theme: theme, details: Dictionary(uniqueKeysWithValues: details))
    let color = theme.freeScale(orders: 11)[10]
    let found = picture.list.items.compactMap { item -> Rect? in
      if case .roundedFill(let rect, _, color) = item { rect } else { nil }
    }
    let geometry = try #require(picture.hits.boardGeometry)
    #expect(found.filter { $0.width > geometry.cell.width * 1.5 }.count == 1)
  }
}
