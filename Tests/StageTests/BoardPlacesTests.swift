import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("What is named on a board stands at what it means")
struct BoardPlacesTests {
  /// A PC: two zones share the addresses of a row.
  private func sharedRow() -> BoardMap {
    var full = PageblockSummary()
    (full.present, full.canMove) = (512, 512)
    return BoardMap(
      zones: [
        BoardMap.ZonePart(name: .dma, ranges: [0x200...0xFFF], present: 3584, freePages: 0),
        BoardMap.ZonePart(name: .dma32, ranges: [0x1000...0x3FFFF], present: 258_048, freePages: 0),
      ], pageblockOrder: 9, maxOrder: 10, base: 0,
      summaries: [PageblockSummary](repeating: full, count: 0x40000 >> 9), migrate: 0x2800, free: 0x3FE00,
      runZone: .dma32)
  }

  @Test("Two zones in one row of a board have a row each, with their own pageblocks and no others")
  func sharedRows() throws {
    for (width, height) in LayoutTests.sizes {
      let picture = try Pictured.picture(.board(sharedRow()), width: width, height: height)
      let geometry = try #require(picture.hits.boardGeometry)
      for pfn in stride(from: 0x200, to: 0x40000, by: 512) {
        let row = geometry.rows[try #require(geometry.row(of: pfn))]
        #expect(row.zone == (pfn < 0x1000 ? 0 : 1) && row.pages.contains(pfn))
        let box = try #require(geometry.box(of: pfn))
        guard geometry.pageblocksPerCell == 1 else { continue }
        #expect(picture.hits.target(at: box.center) == .pageblocks(pfn...pfn), "\(pfn)")
      }
      var cells: [Pfn] = []
      for row in geometry.rows {
        sharedRow().forEachCell(of: row, in: geometry) { start, _, summary in
          if summary.present > 0 { cells.append(start) }
        }
      }
      #expect(Set(cells).count == cells.count, "no pageblock is drawn twice")
      #expect(geometry.neighbour(of: 0xE00, to: .right) == 0x1000)
      #expect(geometry.neighbour(of: 0x1000, to: .left) == 0xE00)
    }
  }

  @Test("Names of zones on the timeline stand apart, however near to each other they begin")
  func zoneNames() throws {
    var scene = Samples.board()
    scene.timeline?.marks = [
      Timeline.Mark(step: 0, kind: .zone(.dma)), Timeline.Mark(step: 900, kind: .zone(.dma32)),
      Timeline.Mark(step: 800_000, kind: .zone(.normal)),
    ]
    let picture = try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: 1366, height: 768)
    let said = Pictured.texts(picture).map(\.text)
    #expect(said.contains("DMA · DMA32"))
    #expect(said.filter { $0 == "Normal" }.count == 2, "the heading, and the timeline")
  }

  @Test(
    "What has a name on a board is named beside its row, within its zone, also a hole too small for a band")
  func notes() throws {
    for (width, height) in [(1366, 768), (1920, 1080), (2560, 1440)] as [(Float, Float)] {
      var map = Samples.boardMap(gigabytes: 8)
      map.holes.append(BoardMap.Hole(range: 0xD0000..<0xD2000, key: "HDMI-RX"))
      map.regions += [
        BoardMap.Region(range: 0x400...0x2701, name: "kernel image", isReserved: true),
        BoardMap.Region(range: 0xE9F00...0xEDEFF, name: "bounce buffers", isReserved: true),
        BoardMap.Region(range: 0x1FA000...0x1FFFFF, name: "page descriptors", isReserved: true),
      ]
      let picture = try Pictured.picture(.board(map), width: width, height: height)
      let geometry = try #require(picture.hits.boardGeometry)
      let texts = Pictured.texts(picture)
      for (word, pfn) in [
        ("kernel", 0x400), ("CMA", 0x10000), ("HDMI-RX", 0xD0000), ("bounce", 0xE9F00), ("page", 0x1FA000),
      ] {
        let text = try #require(
          texts.first { $0.text.hasPrefix(word) && $0.box.minX > geometry.viewport.maxX }, "\(word)")
        let row = geometry.rows[try #require(geometry.row(of: pfn))]
        let zone = geometry.rows.filter { $0.zone == row.zone }
        #expect(text.box.minY >= (zone.first?.y ?? 0) - 2, "\(word) at \(width)")
        #expect(text.box.maxY <= (zone.last?.y ?? 0) + geometry.rowPitch + 2, "\(word) at \(width)")
      }
    }
  }

  @Test("A board's scanner is led to its row, also where a zone's name keeps its own name from there")
  func boardPills() throws {
    let theme = try ThemeFiles.theme("dark")
    for presenting in [false, true] {
      for migrate in [0x200, 0x10000, 0x29800, 0x5EA00] {
        var map = Samples.boardMap(gigabytes: 8)
        map.migrate = migrate
        map.inspector = nil
        let picture = try Pictured.picture(.board(map), width: 1920, height: 1080, presenting: presenting)
        let geometry = try #require(picture.hits.boardGeometry)
        let box = try #require(geometry.box(of: migrate))
        let pill = try #require(Pictured.texts(picture).first { $0.text == "migrate" })
        let isBeside = abs(pill.box.midY - box.midY) <= geometry.rowPitch / 2 + 1
        let isFar = box.midX > geometry.viewport.midX
        let isLed = picture.list.items.contains { item in
          guard case .fill(let rect, theme.migrateScanner) = item else { return false }
          return rect.height < 5 && rect.minX < geometry.viewport.minX
            && rect.minY >= box.minY - geometry.rowPitch && rect.maxY <= box.maxY
        }
        #expect(isBeside && !isFar || isLed, "\(String(migrate, radix: 16)), \(presenting)")
      }
    }
  }

  @Test("No line leads out of a map that is looked at closely, wherever that is")
  func linesStayInside() throws {
    for base in [Samples.board(), Samples.crowded(Samples.board())] {
      guard case .board(let map) = base.map else { continue }
      for level in [Float(0.6), 1, 2] {
        for pfn in [0x200, 0x8000, 0x10000, 0x1FE00, 0x20000, 0x5EA00, 0xEDE00, 0x110000, 0x1FFE00, 0x2FFE00]
        {
          let picture = try Pictured.picture(.board(map), zoom: Zoom(level: level, center: Zoom.Place(pfn)))
          let place = try #require(picture.layout[.map]).inset(by: -4)
          let theme = try ThemeFiles.theme("dark")
          for case .fill(let rect, let color) in picture.list.items
          where (color == theme.rule || color == theme.ring) && min(rect.width, rect.height) <= 3
            && rect.midX < place.maxX && rect.minY < place.maxY && rect.maxY > place.minY
          {
            #expect(place.contains(rect), "\(rect) at \(String(pfn, radix: 16)), \(level)")
          }
        }
      }
    }
  }

  @Test("Where a board is looked at closely, bars say what part of it is seen")
  func overview() throws {
    let theme = try ThemeFiles.theme("dark")
    func bars(_ zoom: Zoom?) throws -> [Rect] {
      let picture = try Pictured.picture(.board(Samples.boardMap(gigabytes: 8)), zoom: zoom)
      let view = try #require(picture.hits.boardGeometry).viewport
      return picture.list.items.compactMap { item in
        guard case .roundedFill(let rect, _, theme.rule) = item else { return nil }
        return rect.minX >= view.maxX && rect.width < 6 || rect.maxY == view.maxY && rect.height < 6
          ? rect : nil
      }
    }
    #expect(try bars(nil).isEmpty)
    let low = try bars(Zoom(level: 1, center: Zoom.Place(0x20000)))
    let high = try bars(Zoom(level: 1, center: Zoom.Place(0x1E0000)))
    #expect(low.count == 2 && high.count == 2)
    #expect(low[0].midY < high[0].midY)
  }
}
