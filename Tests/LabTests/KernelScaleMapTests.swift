import Canvas
import Simulation
import Surroundings
import Testing

@testable import Lab
@testable import Stage

@Suite("A memory of kernel scale on the map")
struct KernelScaleMapTests {
  private func opened(_ text: String) throws -> Laboratory {
    let folder = try TemporaryFolder()
    let path = try folder.write("zone.yaml", text)
    let laboratory = try Fixtures.laboratory()
    laboratory.open(try laboratory.content.folder.recipe(for: .source(path)))
    laboratory.waitForBeginning()
    return laboratory
  }

  @Test("CMA pageblocks of a scenario are framed and named as those of a board, and their tabs bear a C")
  func cma() throws {
    let laboratory = try opened(
      """
      title: only CMA blocks are large
      scale: kernel
      cpus: 1
      zones:
        - name: Normal
          ranges: [0x400-0xffff]
          watermarks: {min: 111, low: 163, high: 215}
      pageblocks:
        cma: [0xc000-0xdfff]
      fill:
        - {kind: kernel, share: 0.1, pattern: even, in: 0x400-0xbfff, seed: 1}
        - {kind: file, share: 0.8, pattern: random, in: movable, seed: 2}
      run: {trigger: compact_memory}

      """)
    for (width, height) in [(1366, 768), (1920, 1080)] {
      laboratory.send(.viewing(.resized(width: width, height: height)))
      _ = try laboratory.nextPicture(at: .seconds(100))
      _ = try laboratory.nextPicture(at: .seconds(200))
      guard case .board(let map) = laboratory.scene().map else {
        Issue.record("it is shown by its pageblocks")
        return
      }
      #expect(map.regions.map(\.range) == [0xC000...0xDFFF])
      let picture = try #require(laboratory.picture)
      let geometry = try #require(picture.hits.boardGeometry)
      let texts = picture.list.items.compactMap { if case .text(let run) = $0 { run } else { nil } }
      #expect(texts.contains { $0.text == "CMA" && $0.origin.x > geometry.viewport.maxX })
      let dashed = picture.list.items.contains { item in
        guard case .stroke(let rect, _, _, _, .longDashes) = item, let box = geometry.box(of: 0xC000) else {
          return false
        }
        return rect.intersects(box)
      }
      #expect(dashed)
    }
    laboratory.send(.inspecting(.inspected(0xC000, wholePageblock: true)))
    for _ in 0..<2 { laboratory.send(.zooming(.closer)) }
    _ = try laboratory.nextPicture(at: .seconds(300))
    _ = try laboratory.nextPicture(at: .seconds(400))
    let picture = try #require(laboratory.picture)
    let map = try #require(picture.layout[.map])
    let tabs = picture.list.items.contains { item in
      if case .text(let run) = item { run.text == "C" && map.contains(run.origin) } else { false }
    }
    #expect(tabs)
  }

  @Test("While a board's run is recorded its failures and zones come to be marked on the timeline")
  func marks() throws {
    let laboratory = try Fixtures.laboratory()
    laboratory.open(try laboratory.content.folder.recipe(for: .source("rock-5b-plus-4g")))
    var marks: [Timeline.Mark] = []
    while !marks.contains(where: { $0.kind == .failure }),
      laboratory.state.run.map({ !$0.isComplete }) ?? true
    {
      laboratory.session?.waitForDelivery(atMost: .milliseconds(5))
      laboratory.receive()
      marks = laboratory.scene().timeline?.marks ?? []
    }
    #expect(marks.contains { $0.kind == .failure } && marks.contains { $0.kind == .zone(.dma) })
    #expect(marks.map(\.step) == marks.map(\.step).sorted())
  }
}
