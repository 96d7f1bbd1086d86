import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("The editor and two branches in the picture")
struct EditingPictureTests {
  private func picture(_ scene: Scene, _ width: Float = 1920, _ height: Float = 1080, textScale: Float = 1)
    throws -> Stage.Picture
  {
    try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: width, height: height, textScale: textScale)
  }

  /// What can be pointed at in a part of the window.
  private func targets(_ picture: Stage.Picture, in panel: Panel) throws -> [HitMap.Target] {
    let rect = try #require(picture.layout[panel])
    var found: [HitMap.Target] = []
    for y in stride(from: rect.minY, to: rect.maxY, by: 5) {
      for x in stride(from: rect.minX, to: rect.maxX, by: 10) {
        guard let target = picture.hits.target(at: Point(x, y)), found.last != target else { continue }
        if !found.contains(target) { found.append(target) }
      }
    }
    return found
  }

  @Test("The mouse comes to every brush, to both ends of every setting, and to the pageblock's type")
  func targets() throws {
    let found = try targets(picture(Samples.editing(Samples.lesson())), in: .edit)
    for brush in 0..<5 { #expect(found.contains(.brush(brush))) }
    for setting in 0..<6 {
      #expect(found.contains(.setting(setting, by: -1)))
      #expect(found.contains(.setting(setting, by: 1)))
    }
    #expect(found.contains(.pageblockType))
  }

  @Test(
    "No setting is cut, and why one can't be changed is said whole, in every window at every size of text")
  func whole() throws {
    let refusal = "A run of the whole zone wants no order: choose who asks first."
    var scene = Samples.editing(Samples.lesson(), setting: 2)
    scene.edit?.settings[1].value = "by a driver, 0x100000 to 0x1001ff"
    scene.explanation = Explanation(
      heading: refusal, text: "Enter lets the run go on.", voice: .migrateScanner)
    for (width, height) in LayoutTests.sizes {
      for textScale in [Float(1), 1.25, 1.5, 1.75, 2] {
        let picture = try picture(scene, width, height, textScale: textScale)
        let places = [Panel.edit, .explanation].compactMap { picture.layout[$0] }
        let texts = Pictured.texts(picture).filter { text in places.contains { $0.contains(text.box.center) }
        }
        let said = texts.map(\.text)
        #expect(!said.contains { $0.contains("…") }, "\(said) at \(width)x\(height), \(textScale)")
        #expect(said.joined(separator: " ").contains(refusal), "\(width)x\(height), \(textScale)")
        #expect(said.contains("order"), "\(width)x\(height), \(textScale)")
      }
    }
  }

  @Test("The chosen setting is always seen, at any text size and also without room for a column")
  func chosenSetting() throws {
    for (width, height) in LayoutTests.sizes {
      for textScale in [Float(1), 2] {
        for setting in [0, 5] {
          let picture = try picture(
            Samples.editing(Samples.lesson(), setting: setting), width, height, textScale: textScale)
          #expect(
            try targets(picture, in: .edit).contains(.setting(setting, by: 1)),
            "setting \(setting) at \(width)x\(height), \(textScale)")
        }
      }
    }
  }

  @Test("Two branches show the same pages in rows of the same height, and all of them where there is room")
  func sameRows() throws {
    for (width, height) in LayoutTests.sizes {
      let picture = try picture(Samples.beside(Samples.lesson()), width, height)
      let (own, other) = (try #require(picture.layout[.map]), try #require(picture.layout[.beside]))
      #expect(own.minY == other.minY && own.height == other.height && own.width == other.width)
      let middle = Point(own.midX, own.midY + 40)
      let across = Point(middle.x - own.minX + other.minX, middle.y)
      #expect(picture.hits.target(at: middle) == picture.hits.target(at: across))
    }
    let found = try targets(picture(Samples.beside(Samples.lesson())), in: .map)
    let pages = Set(found.compactMap { if case .page(let pfn) = $0 { pfn } else { nil } })
    #expect(pages.count == 512)
  }

  @Test("Where two maps would be too narrow, only the one that keys go to is shown")
  func narrow() throws {
    let picture = try picture(Samples.beside(Samples.lesson()), 480, 800, textScale: 2)
    #expect(picture.layout[.beside] == nil)
    #expect(picture.layout[.map] != nil)
  }

  @Test("What differs is found where pages, or the blocks they are in, are others")
  func differences() throws {
    func map(_ runs: [PageMap.Run]) -> Scene.Map {
      .pages(
        PageMap(
          range: 16..<32, pageblockOrder: 4, maxOrder: 5, runs: runs, pageblocks: [PageMap.Pageblock()]))
    }
    let used = (24..<32).map { PageMap.Run(start: $0, look: .anonymous) }
    let one = map([PageMap.Run(start: 16, count: 8, look: .free(3))] + used)
    let split = map(
      [
        PageMap.Run(start: 16, count: 4, look: .free(2)), PageMap.Run(start: 20, count: 4, look: .free(2)),
      ] + used)
    #expect(Beside.differences(one, one) == [])
    #expect(Beside.differences(one, split) == [16..<24])
    #expect(Beside.differences(split, one) == [16..<24])
    var changed = used
    changed[3].look = .pinned
    let pinned = map([PageMap.Run(start: 16, count: 8, look: .free(3))] + changed)
    #expect(Beside.differences(one, pinned) == [27..<28])
  }

  @Test("A narrow title names a branch by its letter alone")
  func narrowTitle() throws {
    func texts(_ width: Float, _ height: Float, _ textScale: Float) throws -> [String] {
      try picture(Samples.editing(Samples.lesson()), width, height, textScale: textScale).list.items
        .compactMap { if case .text(let run) = $0 { run.text } else { nil } }
    }
    #expect(try texts(1920, 1080, 1).contains("branch B, from step 425"))
    #expect(try texts(1280, 720, 2).contains("branch B"))
  }
}
