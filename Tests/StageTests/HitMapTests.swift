import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("What the mouse points at")
struct HitMapTests {
  private func picture(_ scene: Scene, width: Float = 1280, height: Float = 720) throws -> Stage.Picture {
    try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: width, height: height)
  }

  /// Every target that is met going over the picture in small steps.
  private func targets(_ picture: Stage.Picture) -> [HitMap.Target] {
    var found: [HitMap.Target] = []
    for y in stride(from: Float(1), to: picture.layout.height, by: 5) {
      for x in stride(from: Float(1), to: picture.layout.width, by: 3) {
        if let target = picture.hits.target(at: Point(x, y)), found.last != target { found.append(target) }
      }
    }
    return found
  }

  @Test("Every page of the zone can be pointed at, and nothing beyond it")
  func pages() throws {
    let pages = targets(try picture(Samples.lesson())).compactMap { target -> Pfn? in
      if case .page(let pfn) = target { pfn } else { nil }
    }
    #expect(Set(pages) == Set(Samples.firstPfn..<(Samples.firstPfn + 512)))
  }

  @Test("Every pageblock of a board can be pointed at, however many share a cell", arguments: [8, 32])
  func pageblocks(gigabytes: Int) throws {
    let scene = Samples.board(gigabytes: gigabytes)
    guard case .board(let map) = scene.map else { return }
    let met = targets(try picture(scene)).reduce(into: Set<Pfn>()) { met, target in
      if case .pageblocks(let pfns) = target {
        for pfn in stride(from: pfns.lowerBound, through: pfns.upperBound, by: 512) { met.insert(pfn) }
      }
    }
    for zone in map.zones {
      for range in zone.ranges {
        #expect(stride(from: range.lowerBound, through: range.upperBound, by: 512).allSatisfy(met.contains))
      }
    }
  }

  @Test("The timeline leads to the step under the pointer, also while it is dragged past its ends")
  func timeline() throws {
    let picture = try picture(Samples.lesson())
    let rect = try #require(picture.layout[.timeline])
    #expect(picture.hits.target(at: Point(rect.midX, rect.midY)) == .step(493))
    #expect(picture.hits.step(draggedTo: rect.minX - 50) == 0)
    #expect(picture.hits.step(draggedTo: rect.maxX + 50) == 985)
    #expect(try self.picture(Samples.menu()).hits.step(draggedTo: 100) == nil)
  }

  @Test("Key hints, the play sign and entries of the menu are at least as large as a fingertip needs")
  func targetsAreLargeEnough() throws {
    let lesson = targets(try picture(Samples.lesson()))
    #expect(lesson.contains(.playPause))
    for index in Samples.keys.indices { #expect(lesson.contains(.keyHint(index))) }
    let menu = targets(try picture(Samples.menu()))
    for index in 0..<6 { #expect(menu.contains(.menuItem(index))) }
  }
}
