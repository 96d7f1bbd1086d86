import Canvas
import Testing

@testable import Stage

@Suite("Free blocks of a running machine")
struct MachineTableTests {
  private typealias Zone = MachineBlocks.Zone

  /// Eight nodes, as a server that was written of in public.
  private static let eightNodes = MachineBlocks(
    zones: [
      Zone(name: "DMA", counts: [3, 0, 2, 1, 3, 2, 2, 1, 0, 1, 3], node: 0, index: -1000),
      Zone(name: "DMA32", counts: [4, 4, 1, 5, 2, 4, 2, 2, 3, 1, 447], node: 0, index: -1000),
    ]
      + (0..<8).map { node in
        Zone(
          name: "Normal", counts: [4330 + node, 9785, 6265, 2706, 1722, 909, 477, 218, 107, 43, 15_750],
          node: node,
          index: node == 3 ? 996 : -1000)
      }, host: "db-8", isPlaced: false)
  private static let fourNodes = MachineBlocks(
    zones: [
      Zone(name: "DMA", counts: [0, 0, 1, 0, 2, 1, 1, 0, 1, 1, 3], node: 0, index: -1000),
      Zone(name: "DMA32", counts: [9148, 1941, 657, 673, 131, 53, 18, 2, 0, 0, 0], node: 0, index: 995),
    ]
      + (0..<4).map { node in
        Zone(
          name: "Normal", counts: [37_716, 4590, 1768, 996, 413, 37, 4, 1, 2, 0, 0], node: node, index: 997)
      }, host: "db-4", isPlaced: false)
  private static let board = MachineBlocks(
    zones: [
      Zone(name: "DMA", counts: [2, 8, 196, 197, 156, 96, 53, 32, 11, 4, 465], index: -1000),
      Zone(name: "Normal", counts: [2901, 8, 196, 1971, 156, 96, 53, 32, 11, 4, 4650], index: -1000),
    ], host: "rock-5b-plus")
  private static let machines = [("eight nodes", eightNodes), ("four nodes", fourNodes), ("a board", board)]

  private func panel(
    _ machine: MachineBlocks, beside base: Scene, _ width: Float, _ height: Float, _ textScale: Float = 1
  ) throws -> [(text: String, box: Rect)]? {
    var scene = base
    scene.machine = machine
    let picture = try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: width, height: height, textScale: textScale)
    return picture.layout[.machine].map { place in
      Pictured.texts(picture).filter { place.contains($0.box.center) }
    }
  }

  @Test(
    "No number is cut or runs into the next, and each zone is named with its node where there are several")
  func readable() throws {
    for (name, machine) in Self.machines {
      for (kind, base) in [("lesson", Samples.lesson()), ("board", Samples.board())] {
        for (width, height) in [(1366, 768), (1920, 1080), (2560, 1440)] as [(Float, Float)] {
          let what = "\(name) beside a \(kind) at \(width)x\(height)"
          let texts = try #require(try panel(machine, beside: base, width, height), "\(what)")
          for (index, (text, box)) in texts.enumerated() {
            #expect(!text.contains("…"), "“\(text)”: \(what)")
            for other in texts[(index + 1)...] where abs(other.box.midY - box.midY) < box.height {
              let gap = max(other.box.minX - box.maxX, box.minX - other.box.maxX)
              #expect(gap >= 5, "“\(text)” and “\(other.text)”: \(what)")
            }
          }
          for zone in machine.zones {
            let said = texts.map(\.text)
            #expect(said.contains { $0.contains(zone.name) }, "\(zone.name): \(what)")
            guard machine.hasNodes else { continue }
            // In the heading of its column, or before the zone's name under a heading that says so.
            let isHeaded = said.contains("node \(zone.node)")
            let isInRow = said.contains("node,") && said.contains("\(zone.node) \(zone.name)")
            #expect(isHeaded || isInRow, "node \(zone.node): \(what)")
          }
        }
      }
    }
  }

  @Test("It says block sizes, what is free in all, the index, its order and the size of a page")
  func complete() throws {
    for (name, machine) in Self.machines {
      for (width, height) in [(1366, 768), (1920, 1080)] as [(Float, Float)] {
        for base in [Samples.lesson(), Samples.board()] {
          let texts = try #require(try panel(machine, beside: base, width, height)).map(\.text)
          let words = try Samples.words()
          #expect(texts.joined(separator: " ").contains("pages are of 4\u{A0}KiB"), "\(name)")
          for zone in machine.zones {
            #expect(texts.contains { $0.contains(words.numerals.bytes(zone.freePages * 4096)) }, "\(name)")
          }
          #expect(
            texts.contains("4\u{A0}MiB"), "the largest block, or the rows of orders: \(name) at \(width)")
          #expect(texts.contains("−1.00") || texts.contains("0.99"), "\(name)")
        }
      }
    }
  }

  @Test("Why there are no figures is said whole, at every size of text")
  func reason() throws {
    let reason =
      "/proc/buddyinfo: this program may not read it; ask whoever looks after the machine for the right to, or give it a copy"
    for base in [Samples.lesson(), Samples.board()] {
      for (width, height) in LayoutTests.sizes {
        for textScale in [Float(1), 1.5, 2] {
          let texts = try #require(
            try panel(
              MachineBlocks(zones: [], host: "db-4", reason: reason), beside: base, width, height, textScale),
            "\(width)x\(height), \(textScale)")
          #expect(
            texts.map(\.text).joined(separator: " ").contains(reason), "\(width)x\(height), \(textScale)")
        }
      }
    }
  }

  @Test("In the key line a long path is shortened from its beginning, and no reason is cut")
  func line() throws {
    var scene = Samples.lesson()
    for (live, end) in [
      (
        LiveStatus.read(source: "/data/copies/of/many/machines/and/their/files/db-4/buddyinfo", age: 12),
        "buddyinfo, 12 s old"
      ),
      (.missing(reason: String(repeating: "a reason that is long ", count: 8)), "no live data"),
    ] {
      scene.live = live
      for (width, height) in [(1024, 640), (1366, 768), (1920, 1080)] as [(Float, Float)] {
        let picture = try Samples.stage().picture(
          of: scene, theme: ThemeFiles.theme("dark"), width: width, height: height)
        let place = try #require(picture.layout[.live])
        let texts = Pictured.texts(picture).filter { place.inset(by: -2).contains($0.box.center) }.map(\.text)
        #expect(texts.contains { $0.hasSuffix(end) }, "\(texts) at \(width)")
        #expect(!texts.contains { $0.hasSuffix("…") })
      }
    }
  }
}
