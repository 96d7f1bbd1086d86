import Canvas
import Runs
import Stage
import Testing

@testable import Lab

@Suite("By mouse alone")
struct PointingTests {
  private func laboratory(_ width: Int, _ height: Int) throws -> Laboratory {
    let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    laboratory.send(.viewing(.resized(width: width, height: height)))
    laboratory.send(.stepping(.pickedStep(30)))
    _ = try laboratory.nextPicture()
    return laboratory
  }

  private func click(_ point: Point, on laboratory: Laboratory) throws {
    laboratory.handle(.pointerDown(x: point.x, y: point.y, button: .left, clicks: 1))
    laboratory.handle(.pointerUp(x: point.x, y: point.y, button: .left))
    _ = try laboratory.nextPicture()
  }

  @Test(
    "A step back, both stops, a phase, going somewhere, looking closer, the menu and all keys can be clicked",
    arguments: [(1366, 768), (1920, 1080)])
  func keyLine(width: Int, height: Int) throws {
    let laboratory = try laboratory(width, height)
    let wanted: [Action] = [
      .stepping(.stepped(.page)), .stepping(.steppedBack(.page)), .learning(.wentToNextStop),
      .learning(.wentToPreviousStop), .stepping(.stepped(.phase)), .stepping(.stepped(.pageblock)),
      .finding(.openedJump), .inspecting(.movedRing(by: 1)), .closedTopmost, .sheets(.toggled(.keys)),
    ]
    for action in wanted {
      let index = try #require(laboratory.pointing.hints.firstIndex(of: action), "\(action)")
      #expect(laboratory.pixel(of: .keyHint(index)) != nil, "\(action)")
    }
    let back = try #require(laboratory.pointing.hints.firstIndex(of: .stepping(.steppedBack(.page))))
    try click(try #require(laboratory.pixel(of: .keyHint(back))), on: laboratory)
    #expect(laboratory.state.run?.step == 29)
    let menu = try #require(laboratory.pointing.hints.firstIndex(of: .closedTopmost))
    #expect(laboratory.showing.scene?.keys[menu].does == "menu")
    try click(try #require(laboratory.pixel(of: .keyHint(menu))), on: laboratory)
    #expect(laboratory.state.run == nil)
  }

  @Test(
    "Every stop has a box of 24 pixels or more beside the timeline, and a click goes there",
    arguments: [(1024, 640), (1366, 768), (1920, 1080)])
  func stops(width: Int, height: Int) throws {
    let laboratory = try laboratory(width, height)
    let stops = try #require(laboratory.state.run?.learning.stops)
    for number in 1...stops.count {
      let place = try #require(laboratory.pixel(of: .stop(number)), "stop \(number)")
      // The place found may be three pixels inside.
      let hits = try #require(laboratory.picture).hits
      for (x, y) in [(Float(20), Float(0)), (0, 20), (20, 20)] {
        #expect(hits.target(at: Point(place.x + x, place.y + y)) == .stop(number))
      }
      try click(place, on: laboratory)
      #expect(laboratory.state.run?.step == stops[number - 1])
    }
  }

  @Test("What has no word is named by a tip once the pointer rests on it, until it moves or a key is pressed")
  func tips() throws {
    let laboratory = try laboratory(1366, 768)
    let title = try laboratory.content.folder.lesson(named: "4").stops[5].title
    func rest(_ point: Point) throws -> String? {
      laboratory.handle(.pointerMoved(x: point.x, y: point.y, dragging: false))
      laboratory.advance(to: .seconds(1))
      #expect(laboratory.scene().tip == nil)
      #expect(laboratory.wait(at: .seconds(1)).map { $0 <= .milliseconds(500) } == true)
      laboratory.advance(to: .seconds(2))
      return laboratory.scene().tip?.text
    }
    let box = try #require(laboratory.pixel(of: .stop(6)))
    #expect(try rest(box) == "stop 6: \(title)")
    _ = try laboratory.nextPicture(at: .seconds(2))
    laboratory.press(.right)
    #expect(laboratory.scene().tip == nil)
    #expect(try rest(try #require(laboratory.pixel(of: .playPause)))?.contains("Space") == true)
    let timeline = try #require(laboratory.picture?.layout[.timeline])
    let met = Point(timeline.maxX - 2, timeline.midY)
    #expect(try rest(met)?.contains("the scanners met") == true)
    #expect(try rest(Point(5, 300)) == nil)
    #expect(laboratory.wait(at: .seconds(3)) == nil)
  }
}
