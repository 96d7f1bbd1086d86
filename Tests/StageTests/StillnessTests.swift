import Canvas
import Testing

@testable import Stage

@Suite("Nothing moves that should not")
struct StillnessTests {
  /// What can be opened and closed, and what changes from step to step.
  private static let changes: [(name: String, change: @Sendable (inout Scene) -> Void)] = [
    ("a message", { $0.message = "Saved as it is shown: /data/somebody/Pictures/compaction-lab-0001.png" }),
    ("a long message", { $0.message = String(repeating: "this did not work and here is why; ", count: 9) }),
    ("going to a place", { $0.prompt = Prompt(label: "Go to", text: "0x1001a3", hint: "a step, or 0x…") }),
    ("the inspector", { $0.inspector = Samples.crowded($0, prompt: false).inspector }),
    (
      "a short inspector",
      { $0.inspector = Inspector(title: "Page 0x1", lines: [.fact(name: "holds", value: "a page")]) }
    ),
    ("live counts", { $0.machine = Samples.crowded($0).machine }),
    ("no live data", { $0.live = .missing(reason: "/proc/buddyinfo is not here") }),
    ("editing", { $0 = Samples.editing($0) }),
    ("the ring", { $0.ring = .freeBlocks }),
    ("a finger", { $0.pointedAt = .counters }),
    ("control facts", { $0.control = Samples.crowded($0).control }),
    (
      "a longer explanation",
      {
        $0.explanation?.text = String(repeating: "What is said here is longer than usual. ", count: 6)
        $0.explanation?.because = "And it has a reason."
      }
    ),
    ("no explanation to speak of", { $0.explanation = Explanation(heading: "Before the first step") }),
    (
      "everything",
      {
        let perCPU = $0.perCPU
        $0 = Samples.crowded($0)
        $0.perCPU = perCPU
      }
    ),
  ]

  @Test(
    "Whatever is opened or said, the map stays where it is, in every window and at every size of text",
    arguments: [Float(1), 1.25, 1.5, 2])
  func map(textScale: Float) throws {
    let stage = try Samples.stage()
    for (scene, base) in [
      ("lesson", Samples.lesson()), ("board", Self.board(8)), ("large board", Self.board(32)),
    ] {
      for size in LayoutTests.sizes + [(2560, 1440)] {
        func geometry(_ scene: Scene) -> (Rect?, String) {
          let plan = stage.plan(scene, width: size.width, height: size.height, textScale: textScale)
          switch plan.map?.places {
          case .pages(_, let geometry, _):
            return (plan.layout[.map], "\(geometry.box(of: Samples.firstPfn + 100)) \(geometry.firstRow)")
          case .board(_, let geometry):
            return (plan.layout[.map], "\(String(describing: geometry.box(of: 0x5EA00)))")
          default: return (nil, "")
          }
        }
        let still = geometry(base)
        for (name, change) in Self.changes {
          var changed = base
          change(&changed)
          #expect(geometry(changed) == still, "\(name): \(scene) at \(size), \(textScale)")
        }
      }
    }
  }

  /// With all that has a name there.
  private static func board(_ gigabytes: Int) -> Scene {
    var scene = Samples.board(gigabytes: gigabytes)
    scene.map = Samples.crowded(scene).map
    return scene
  }

  @Test("A click on a page of a map that is scrolled leaves that page under the pointer")
  func click() throws {
    let stage = try Samples.stage()
    for textScale in [Float(1), 1.25, 1.5, 2] {
      for size in LayoutTests.sizes {
        func picture(_ map: PageMap) throws -> Stage.Picture {
          var scene = Samples.lesson()
          scene.map = .pages(map)
          return stage.picture(
            of: scene, theme: try ThemeFiles.theme("dark"), width: size.width, height: size.height,
            textScale: textScale)
        }
        let map = Samples.pageMap()
        let before = try picture(map)
        let geometry = try #require(before.hits.pageGeometry)
        for pfn in stride(from: geometry.visiblePages.lowerBound, to: geometry.visiblePages.upperBound, by: 7)
        {
          var clicked = map
          clicked.inspector = pfn
          clicked.focus = pfn
          let point = geometry.box(of: pfn).center
          #expect(
            try picture(clicked).hits.target(at: point) == .page(pfn), "\(size), \(textScale), \(pfn)")
        }
      }
    }
  }

  @Test("Panels that stand in the column stay where they are when something is opened over the others")
  func column() throws {
    let stage = try Samples.stage()
    for base in [Samples.lesson(), Samples.board()] {
      let still = stage.plan(base, width: 1920, height: 1080).layout
      for (name, change) in Self.changes {
        var changed = base
        change(&changed)
        let layout = stage.plan(changed, width: 1920, height: 1080).layout
        for panel in Panel.column {
          if let now = layout[panel], let before = still[panel] {
            #expect(now == before, "\(name): \(panel)")
          }
        }
      }
    }
  }

  @Test("No panel is missing above or below room that it would fit in")
  func noRoomBesideMissing() throws {
    let stage = try Samples.stage()
    for base in [
      Samples.lesson(), Samples.board(), Samples.crowded(Samples.lesson()), Samples.crowded(Samples.board()),
    ] {
      for size in LayoutTests.sizes + [(2560, 1440)] {
        for textScale in [Float(1), 1.25, 1.5] {
          let plan = stage.plan(base, width: size.width, height: size.height, textScale: textScale)
          let layout = plan.layout
          let shown = Panel.column.compactMap { layout[$0] }.sorted { $0.minY < $1.minY }
          guard let width = shown.first?.width, let top = shown.first?.minY else { continue }
          let bottom = (layout[.message] ?? layout[.timelineKey])?.minY ?? size.height
          var gaps: [Float] = []
          var y = top
          for rect in shown {
            gaps.append(rect.minY - y)
            y = rect.maxY
          }
          gaps.append(bottom - y)
          let sizes = PanelSizes(
            setter: plan.setter, unit: layout.unit, isBesideBoard: base.lens != nil, room: width)
          for need in ColumnNeed.all(of: base, sizes)
          where layout[need.panel] == nil && need.need.least <= width {
            let height = need.need.height(width: width) + 2 * (12 * layout.unit)
            #expect(
              gaps.allSatisfy { $0 < height }, "\(need.panel) is missing at \(size), \(textScale): \(gaps)")
          }
        }
      }
    }
  }
}
