import Canvas
import Simulation
import Testing

@testable import Lab
@testable import Stage

@Suite("What is looked at stays where it is when the map gets another size")
struct HoldingTests {
  /// Everything by which a person gives the map another size, one after the other.
  private static let changes: [(name: String, action: Action)] = [
    ("folded", .inspecting(.toggledPanels)), ("larger text", .viewing(.choseTextSize(150))),
    ("unfolded", .inspecting(.toggledPanels)), ("closer", .zooming(.closer)),
    ("a larger window", .viewing(.resized(width: 1920, height: 1080))),
    ("the largest text", .viewing(.choseTextSize(200))), ("further", .zooming(.further)),
    ("a smaller window", .viewing(.resized(width: 1024, height: 768))),
    ("usual text", .viewing(.tookNormalText)), ("closer again", .zooming(.closer)),
    ("folded again", .inspecting(.toggledPanels)),
    ("a wide window", .viewing(.resized(width: 1600, height: 900))),
  ]

  private func picture(_ laboratory: Laboratory) throws -> Stage.Picture {
    _ = try laboratory.nextPicture(at: .seconds(100))
    _ = try laboratory.nextPicture(at: .seconds(200))
    return try #require(laboratory.picture)
  }

  /// From where to where something can stand, its box being in view, without the map leaving its place.
  private func reach(_ position: Float, _ plane: Float, _ box: Float, _ from: Float, _ length: Float)
    -> ClosedRange<Float>
  {
    let lowest = max(from + position - max(plane - length, 0), min(from + box / 2, from + length / 2))
    let highest = min(from + position, max(from + length - box / 2, from + length / 2))
    // At the ends of the map a box may stand nearer to the edge.
    return min(lowest, from + position)...max(highest, lowest)
  }

  @Test("On a board, looked at pageblock by pageblock or page by page, but for the ends of the map")
  func board() throws {
    let laboratory = try Fixtures.laboratory()
    laboratory.open(try laboratory.content.folder.recipe(for: .source("rock-5b-plus-4g")))
    while laboratory.state.run.map({ $0.steps < 5000 }) ?? true { laboratory.receive() }
    for step in [1, 5000] {
      for (pfn, isPageblock) in [(nil, true), (0x20000, true), (0x5EB37, false), (0xEF000, true)]
        as [(Pfn?, Bool)]
      {
        laboratory.send(.viewing(.resized(width: 1366, height: 768)))
        laboratory.send(.stepping(.pickedStep(step)))
        laboratory.send(.inspecting(.inspected(pfn ?? 0, wholePageblock: isPageblock)))
        if pfn == nil { laboratory.send(.inspecting(.pointed(at: 0, wholePageblock: true))) }
        laboratory.send(.zooming(.closer))
        for (name, action) in Self.changes {
          try check(laboratory, action, "\(name): \(pfn ?? -1) at step \(step)")
        }
        for _ in 0..<2 { laboratory.send(.zooming(.further)) }
      }
    }
  }

  private func check(_ laboratory: Laboratory, _ action: Action, _ what: String) throws {
    let before = try picture(laboratory)
    let focus = try #require(laboratory.scene().focus)
    let stood = try #require(before.point(of: focus), "\(what): it is seen")
    laboratory.send(action)
    let after = try picture(laboratory)
    let geometry = try #require(after.hits.boardGeometry)
    let now = try #require(after.point(of: focus), "\(what): it is still seen")
    guard geometry.level > 0 else { return }
    let (view, position) = (geometry.viewport, geometry.position(of: focus))
    let isPage = focus.isPage && geometry.showsPages
    let box: (x: Float, y: Float) =
      isPage ? geometry.pagePitch : (geometry.cellPitch, geometry.rowPitch)
    let (x, y) = (
      reach(position.x, geometry.planeWidth, box.x, view.minX, view.width),
      reach(position.y, geometry.planeHeight, box.y, view.minY, view.height)
    )
    #expect(abs(now.x - min(max(stood.x, x.lowerBound), x.upperBound)) <= 2, "\(what)")
    #expect(abs(now.y - min(max(stood.y, y.lowerBound), y.upperBound)) <= 2, "\(what)")
  }

  @Test("On a map that was dragged, what stands in its middle where nothing that is followed is seen")
  func dragged() throws {
    let laboratory = try Laboratory.onBoard()
    laboratory.send(.viewing(.resized(width: 1366, height: 768)))
    laboratory.send(.zooming(.looked(Zoom(level: 1, center: Zoom.Place(0x88000)))))
    let middle = try #require(try picture(laboratory).middle)
    laboratory.send(.inspecting(.toggledPanels))
    let now = try picture(laboratory).point(of: Zoom.Place(0x88000))
    #expect(now.map { abs($0.x - middle.x) <= 2 && abs($0.y - middle.y) <= 2 } == true)
  }

  @Test("In a lesson whose rows do not all find room, but for the ends of the map")
  func rows() throws {
    for step in [1, 300, 600, 870] {
      let laboratory = try Fixtures.laboratory(opening: .lesson("two-scanners-converge"))
      laboratory.send(.viewing(.resized(width: 1366, height: 768)))
      laboratory.send(.stepping(.pickedStep(step)))
      for (name, action) in Self.changes + Self.changes {
        let before = try picture(laboratory)
        let focus = try #require(laboratory.scene().focus)
        let stood = try #require(before.point(of: focus))
        laboratory.send(action)
        let after = try picture(laboratory)
        let geometry = try #require(after.hits.pageGeometry)
        let now = try #require(after.point(of: focus), "\(name) at step \(step): it is seen")
        guard geometry.magnification == 1 else {
          let bounds = geometry.viewport
          let wanted = min(
            max(stood.y, bounds.minY + geometry.rowPitch / 2), bounds.maxY - geometry.rowPitch / 2)
          let isAtEnd =
            geometry.planeOrigin < 1
            || geometry.planeOrigin > geometry.planeHeight - geometry.viewport.height - 1
          #expect(abs(now.y - wanted) <= 2 || isAtEnd, "\(name) at step \(step)")
          continue
        }
        let isAtEnd = geometry.firstRow == 0 || geometry.firstRow + geometry.visibleRows == geometry.rows
        #expect(abs(now.y - stood.y) <= geometry.rowPitch || isAtEnd, "\(name) at step \(step)")
      }
    }
  }

  @Test("Where the run leaves the rows that were held it is seen page of rows by page of rows as ever")
  func letGo() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("two-scanners-converge"))
    laboratory.send(.viewing(.resized(width: 1366, height: 768)))
    laboratory.send(.viewing(.choseTextSize(200)))
    laboratory.send(.stepping(.pickedStep(400)))
    _ = try picture(laboratory)
    laboratory.send(.inspecting(.toggledPanels))
    _ = try picture(laboratory)
    #expect(laboratory.state.run?.zooming.held != nil)
    laboratory.send(.inspecting(.inspected(0x1001ff, wholePageblock: false)))
    let there = try picture(laboratory)
    #expect(laboratory.state.run?.zooming.held == nil)
    #expect(there.point(of: Zoom.Place(0x1001ff)) != nil)
  }
}
