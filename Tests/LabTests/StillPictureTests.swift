import Canvas
import Runs
import Simulation
import Testing

@testable import Lab
@testable import Stage

@Suite("What is looked at stays where it is")
struct StillPictureTests {
  private static let windows = [(1024, 640), (1366, 768), (1920, 1080)]
  /// What opens or closes something, by name.
  private static let doings: [(name: String, action: Action)] = [
    ("live counts", .viewing(.toggledLive)),
    ("the ring", .inspecting(.ringed(.map))),
    ("the next part", .inspecting(.movedRing(by: 1))),
    ("a notice", .said("Saved as it is shown: /data/somebody/Pictures/compaction-lab-0001.png")),
    ("an error", .failed(String(repeating: "this did not work and here is why; ", count: 8))),
    ("going to a place", .finding(.openedJump)),
    ("editing", .editing(.began)),
    ("a bookmark", .finding(.toggledBookmark)),
  ]

  /// What lies under places of the map.
  private func ground(_ laboratory: Laboratory) throws -> [HitMap.Target?] {
    let picture = try shown(laboratory)
    let map = try #require(picture.layout[.map])
    return stride(from: map.minY + 1, to: map.maxY, by: 9).flatMap { y in
      stride(from: map.minX + 1, to: map.maxX, by: 13).map { x in
        switch picture.hits.target(at: Point(x, y)) {
        case .page(let pfn): .page(pfn)
        case .pageblocks(let pfns): .pageblocks(pfns)
        default: nil
        }
      }
    }
  }

  private func shown(_ laboratory: Laboratory) throws -> Stage.Picture {
    _ = try laboratory.nextPicture(at: .seconds(100))
    return try #require(laboratory.picture)
  }

  private static func targets(_ textSize: Int) -> [RunTarget] {
    [.lesson("two-scanners-converge")] + (textSize == 100 ? [.source("rock-5b-plus-4g")] : [])
  }

  @Test(
    "Whatever is opened or closed leaves every page under the pointer where it is",
    arguments: [100, 150, 200])
  func opening(textSize: Int) throws {
    for target in Self.targets(textSize) {
      let laboratory = try Fixtures.laboratory(opening: target)
      laboratory.send(.viewing(.choseTextSize(textSize)))
      for (width, height) in Self.windows {
        laboratory.send(.viewing(.resized(width: width, height: height)))
        laboratory.send(.stepping(.pickedStep(60)))
        let before = try ground(laboratory)
        // One on top of the other: what is open stays so.
        for (name, action) in Self.doings {
          laboratory.send(action)
          #expect(try ground(laboratory) == before, "\(name): \(target) at \(width)x\(height), \(textSize) %")
        }
        laboratory.send(.editing(.finished))
      }
    }
  }

  @Test("A click changes nothing of what is under the pointer", arguments: [100, 150, 200])
  func click(textSize: Int) throws {
    for target in Self.targets(textSize) {
      let laboratory = try Fixtures.laboratory(opening: target)
      laboratory.send(.viewing(.choseTextSize(textSize)))
      for (width, height) in Self.windows {
        laboratory.send(.viewing(.resized(width: width, height: height)))
        laboratory.send(.stepping(.pickedStep(60)))
        let map = try #require(try shown(laboratory).layout[.map])
        for share in [Float(0.2), 0.4, 0.55, 0.7] {
          let point = Point(map.minX + map.width * 0.55, map.minY + map.height * share)
          let before = try ground(laboratory)
          laboratory.handle(.pointerDown(x: point.x, y: point.y, button: .left, clicks: 1))
          laboratory.handle(.pointerUp(x: point.x, y: point.y, button: .left))
          #expect(
            try ground(laboratory) == before, "\(target) at \(width)x\(height), \(textSize) %, \(share)")
        }
      }
    }
  }

  @Test(
    "Neither an edit nor a branch gives the legend more room, or the map another place",
    arguments: [100, 150])
  func legendOfBranches(textSize: Int) throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.viewing(.choseTextSize(textSize)))
    for (width, height) in Self.windows {
      laboratory.send(.viewing(.resized(width: width, height: height)))
      laboratory.send(.stepping(.pickedStep(40)))
      let before = try shown(laboratory).layout
      laboratory.press(.character("e"))
      let memory = try #require(laboratory.memory)
      for (paint, offset) in zip(Paint.allCases, [3, 40, 70, 100, 130]) {
        let pfn = memory.zones[0].start + 256 + offset
        laboratory.send(.editing(.chosePaint(paint)))
        laboratory.send(.editing(.paintedAt(pfn, wholePageblock: false)))
        laboratory.press(.character("t"))
        let layout = try shown(laboratory).layout
        #expect(
          layout[.map] == before[.map] && layout[.legend] == before[.legend], "\(paint) at \(width)x\(height)"
        )
      }
      laboratory.press(.enter)
      laboratory.waitForBranches()
      for step in stride(from: 40, through: laboratory.state.run?.steps ?? 0, by: 97) {
        laboratory.send(.stepping(.pickedStep(step)))
        let layout = try shown(laboratory).layout
        #expect(
          layout[.map] == before[.map] && layout[.legend] == before[.legend],
          "step \(step) at \(width)x\(height)")
      }
      laboratory.press(.character("b"))
    }
  }
}

@Suite("Nothing that is seen is hidden")
struct ReadableTests {
  @Test(
    "Every kind of page, taken, given and held ones as well, is in the legend",
    arguments: [
      "two-scanners-converge", "a-page-moves",
    ])
  func legend(lesson: String) throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson(lesson))
    for step in stride(from: 0, through: laboratory.state.run?.steps ?? 0, by: 5) {
      laboratory.send(.stepping(.pickedStep(step)))
      guard case .pages(let map) = laboratory.scene().map else { continue }
      for run in map.runs {
        let entry: PageLook =
          switch run.look {
          case .free: .free(0)
          case .source: .source(1)
          case .target: .target(1)
          default: run.look
          }
        #expect(map.legend.contains(.page(entry)), "\(run.look) at step \(step)")
      }
      for pageblock in map.pageblocks where pageblock.migratetype != .movable {
        #expect(map.legend.contains(.pageblock(pageblock.migratetype)))
      }
    }
  }

  @Test("To a room, too: the legend is whole from 1280x720 on, and no row of the map goes for it")
  func presentedLegend() throws {
    for lesson in ["two-scanners-converge", "a-page-moves"] {
      let laboratory = try Fixtures.laboratory(opening: .lesson(lesson))
      laboratory.send(.stepping(.pickedStep(60)))
      laboratory.press(.function(5))
      for (width, height) in [(1280, 720), (1366, 768), (1920, 1080)] {
        laboratory.send(.viewing(.resized(width: width, height: height)))
        _ = try laboratory.nextPicture(at: .seconds(100))
        let picture = try #require(laboratory.picture)
        let place = try #require(picture.layout[.legend])
        let texts = picture.list.items.compactMap { item -> String? in
          if case .text(let run) = item, place.contains(run.origin) { run.text } else { nil }
        }
        for entry in try #require(laboratory.map).legend {
          let key: String =
            switch entry {
            case .page(let look): look.key
            case .pageblock(let type): "migratetype.\(type).name"
            case .skipHint: "page.skip-hint"
            }
          #expect(texts.contains(laboratory.content.words(key)), "\(entry): \(lesson) at \(width)x\(height)")
        }
        #expect(picture.hits.pageGeometry.map { $0.visibleRows == $0.rows } == true, "\(width)x\(height)")
      }
    }
  }

  @Test(
    "What is said of every step, and what the kernel weighs, is whole from 1366x768 on",
    arguments: [100, 150, 200])
  func whole(textSize: Int) throws {
    for target in [
      RunTarget.lesson("two-scanners-converge"), .lesson("a-page-moves"), .source("rock-5b-plus-8g"),
    ] {
      let laboratory = try Fixtures.laboratory(opening: target)
      laboratory.send(.viewing(.choseTextSize(textSize)))
      for (width, height) in [(1366, 768), (1920, 1080), (2560, 1440)] {
        laboratory.send(.viewing(.resized(width: width, height: height)))
        let steps = min(laboratory.state.run?.steps ?? 0, 900)
        for step in stride(from: 1, through: steps, by: 7) {
          laboratory.send(.stepping(.pickedStep(step)))
          _ = try laboratory.nextPicture(at: .seconds(100))
          let picture = try #require(laboratory.picture)
          let places = [Panel.explanation, .verdict, .legend].compactMap { picture.layout[$0] }
          for case .text(let run) in picture.list.items where run.text.hasSuffix("…") {
            #expect(
              !places.contains { $0.contains(run.origin) },
              "“\(run.text)” at step \(step), \(width)x\(height)")
          }
        }
      }
    }
  }
}
