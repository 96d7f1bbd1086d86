import Foundation
import Runs
import Stage
import Surroundings
import Testing

@testable import Lab

@Suite("The menu")
struct MenuTests {
  private func laboratory(width: Int = 1366, height: Int = 768) throws -> Laboratory {
    let laboratory = try Fixtures.laboratory()
    laboratory.send(.viewing(.resized(width: width, height: height)))
    _ = try laboratory.nextPicture()
    return laboratory
  }

  private func press(_ key: Key, on laboratory: Laboratory) throws {
    laboratory.press(key)
    _ = try laboratory.nextPicture()
  }

  private func chosen(_ laboratory: Laboratory) -> MenuEntry {
    laboratory.state.menu[laboratory.state.selection]
  }

  private func home(_ laboratory: Laboratory) throws -> Home {
    guard case .home(let home) = laboratory.scene().map else { throw NoMenu() }
    return home
  }
  private struct NoMenu: Error {}

  @Test("The course stands first, and all stands in the same order whatever was opened before")
  func order() throws {
    let laboratory = try laboratory()
    func names() -> [String] { laboratory.state.menu.filter { $0.section != .card }.map(\.name) }
    let first = names()
    #expect(laboratory.state.menu.prefix(2).map(\.section) == [.card, .lessons])
    for target in [RunTarget.source("rock-5b-plus-4g"), .lesson("5"), .source("two-scanners")] {
      laboratory.open(try laboratory.content.folder.recipe(for: target))
      laboratory.waitForBeginning()
      laboratory.press(.right, .escape)
      #expect(names() == first)
    }
  }

  @Test("Each thing that was left is gone on with at its own place, and the card has the last one")
  func places() throws {
    let laboratory = try laboratory()
    #expect(try home(laboratory).card?.heading == "Begin")
    let targets: [RunTarget] = [
      .lesson("two-scanners-converge"), .source("two-scanners"), .lesson("a-page-moves"),
    ]
    for (index, target) in targets.enumerated() {
      laboratory.open(try laboratory.content.folder.recipe(for: target))
      laboratory.waitForRecording()
      laboratory.send(.stepping(.pickedStep(40 + index)))
      laboratory.press(.escape)
    }
    for (index, target) in targets.enumerated() {
      let row = try #require(
        laboratory.state.menu.firstIndex { $0.section != .card && $0.target == target })
      laboratory.send(.opening(.openedEntry(row)))
      laboratory.waitForRecording()
      #expect(laboratory.state.run?.step == 40 + index)
      laboratory.press(.escape)
    }
    let home = try home(laboratory)
    #expect(home.card?.name == "A page moves" && home.card?.heading == "Go on where you left off")
    #expect(home.card?.detail.contains("stop") == true)
    #expect(home.lessons[0].progress == .stops(4, of: 8))
    laboratory.press(.enter)
    laboratory.waitForRecording()
    #expect(laboratory.state.run?.step == 42)
  }

  @Test("A lesson gone through to its end is done and begins anew, and the card offers the next one")
  func done() throws {
    let laboratory = try laboratory()
    laboratory.open(try laboratory.content.folder.recipe(for: .lesson("4")))
    laboratory.waitForRecording()
    laboratory.press(.end, .escape)
    let home = try home(laboratory)
    #expect(home.lessons[0].progress == .done("done") && home.card?.name == home.lessons[1].name)
    laboratory.press(.character("4"))
    laboratory.waitForRecording()
    #expect(laboratory.state.run?.step == 0)
  }

  @Test(
    "A lesson that was gone through stays done, wherever in it one is again and whatever is opened after it")
  func staysDone() throws {
    let laboratory = try laboratory()
    func progress() throws -> Home.Lesson.Progress { try home(laboratory).lessons[0].progress }
    func visit(_ keys: Key...) throws {
      laboratory.open(try laboratory.content.folder.recipe(for: .lesson("4")))
      laboratory.waitForRecording()
      for key in keys { laboratory.press(key) }
    }
    try visit(.end, .home, .escape)
    #expect(try progress() == .done("done"))
    try visit()
    laboratory.send(.stepping(.pickedStep(40)))
    laboratory.press(.escape)
    #expect(try progress() == .done("done, again at stop 4 of 8"))
    try visit(.home, .escape)
    #expect(try progress() == .done("done"))
    // A later start has it from the file.
    let next = try self.laboratory()
    next.send(.tookUp(laboratory.state.lastSession))
    next.openMenu()
    #expect(try home(next).lessons[0].progress == .done("done"))
    #expect(try home(next).card?.name == home(next).lessons[1].name)
  }

  @Test("The card says how long ago its place was left, and no more than is known")
  func since() throws {
    var minute: Int? = 1000
    let laboratory = Laboratory(
      content: try Fixtures.content(), glyphs: BlockGlyphs(), minute: { minute }, wake: {})
    laboratory.openMenu()
    #expect(try home(laboratory).card?.since == "")
    laboratory.open(try laboratory.content.folder.recipe(for: .lesson("4")))
    laboratory.waitForRecording()
    laboratory.press(.right, .escape)
    for (later, text) in [
      (1000, "just now"), (1001, "1 minute ago"), (1040, "40 minutes ago"), (1119, "1 hour ago"),
      (2439, "23 hours ago"), (2440, "1 day ago"), (999, ""),
    ] {
      minute = later
      #expect(try home(laboratory).card?.since == text)
    }
    minute = nil
    #expect(try home(laboratory).card?.since == "")
  }

  @Test(
    "This machine stands beside all that can be opened, by name and with what of it is free, or with the reason"
  )
  func machine() throws {
    let folder = try TemporaryFolder()
    try folder.write("db-4/buddyinfo", "Node 0, zone   Normal      1      0      2\n")
    for (source, text, isLive) in [
      (folder.path + "/db-4", "db-4: 36\u{A0}KiB free, the largest free block has 16\u{A0}KiB.", true),
      (folder.path + "/nothing", "buddyinfo", false),
    ] {
      let laboratory = try laboratory(width: 1920, height: 1080)
      laboratory.startLive(source)
      while laboratory.liveStatus() == nil {}
      let machine = try #require(try home(laboratory).machine)
      #expect(machine.text.contains(text), "\(machine.text)")
      if case .read = machine.status { #expect(isLive) } else { #expect(!isLive) }
      #expect(laboratory.scene().live == nil)
      _ = try laboratory.nextPicture()
      let names = try home(laboratory).groups.flatMap(\.names)
      #expect(laboratory.state.menu.count == names.count + 3)
    }
  }

  @Test(
    "The living picture and this machine both find room beside all that can be opened",
    arguments: [(1280, 720), (1366, 768), (1600, 900), (1920, 1080), (2560, 1440), (3840, 2160)])
  func room(width: Int, height: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("db-4/buddyinfo", "Node 0, zone   Normal      1      0      2\n")
    let laboratory = try film(laboratory(width: width, height: height))
    laboratory.startLive(folder.path + "/db-4")
    while laboratory.liveStatus() == nil {}
    let picture = try #require(try laboratory.nextPicture())
    let texts = picture.list.items.compactMap { if case .text(let run) = $0 { run.text } else { nil } }
    let words = laboratory.content.words
    #expect(texts.contains(words("film.caption")) && texts.contains(words("machine.this")))
  }

  @Test("A lesson with a mistake stands in its row with the line, and opening it says the mistake")
  func broken() throws {
    let folder = try TemporaryFolder()
    for file in ["Assets/Strings/en.yaml", "Assets/Themes/dark.yaml"] {
      try folder.write(file, String(contentsOfFile: "\(Repository.root)/\(file)", encoding: .utf8))
    }
    let lesson4 = "\(Repository.root)/Lessons/04-two-scanners-converge.md"
    let text = try String(contentsOfFile: lesson4, encoding: .utf8)
    try folder.write(
      "Lessons/07-somebody-is-waiting.md", text.replacing("minutes: 8", with: "minutes: many"))
    let laboratory = Laboratory(content: try Content(root: folder.path), glyphs: BlockGlyphs(), wake: {})
    laboratory.openMenu()
    let lesson = try home(laboratory).lessons[0]
    #expect(lesson.number == 7 && lesson.name == "somebody-is-waiting")
    #expect(lesson.progress == .fault("cannot be read: line 3"))
    laboratory.press(.character("7"))
    #expect(laboratory.state.run == nil)
    #expect(laboratory.state.message?.contains("07-somebody-is-waiting.md:3:") == true)
  }

  @Test(
    "Down goes through the course row by row and no further; right and left lead over and back to the row")
  func arrows() throws {
    let laboratory = try laboratory()
    let course = laboratory.state.menu.filter(\.isOfCourse).count
    for row in 0..<course {
      #expect(laboratory.state.selection == row)
      try press(.right, on: laboratory)
      #expect(!chosen(laboratory).isOfCourse)
      while !chosen(laboratory).isOfCourse { try press(.left, on: laboratory) }
      #expect(laboratory.state.selection == row)
      try press(.down, on: laboratory)
    }
    #expect(laboratory.state.selection == course - 1)
  }

  @Test("The arrows come to every entry", arguments: [(1366, 768), (1920, 1080), (800, 600), (1024, 640)])
  func everyEntry(width: Int, height: Int) throws {
    let laboratory = try laboratory(width: width, height: height)
    var open = [0]
    var reached: Set = [0]
    while let place = open.popLast() {
      for key in [Key.down, .right, .up, .left] {
        laboratory.send(.opening(.choseItem(place, to: .down)))
        _ = try laboratory.nextPicture()
        try press(key, on: laboratory)
        if reached.insert(laboratory.state.selection).inserted { open.append(laboratory.state.selection) }
      }
    }
    #expect(reached == Set(laboratory.state.menu.indices))
  }

  @Test("What is chosen is seen, however small the window and large the text")
  func seen() throws {
    for (width, height, text) in [(1024, 640, 200), (800, 600, 100), (1366, 768, 150)] {
      let laboratory = try laboratory(width: width, height: height)
      laboratory.send(.viewing(.choseTextSize(text)))
      for index in laboratory.state.menu.indices {
        laboratory.send(.opening(.choseItem(index, to: .down)))
        _ = try laboratory.nextPicture()
        #expect(laboratory.pixel(of: .menuItem(index)) != nil, "\(index) at \(width)x\(height), \(text) %")
      }
    }
  }

  @Test(
    "A number of two digits is waited for where there is such a lesson, and no longer than it takes to type")
  func numbers() throws {
    let laboratory = try laboratory()
    func typed(_ digits: String) -> String? {
      laboratory.send(
        .opening(
          .listed(
            [1, 4, 10, 12].map { (number: Int) in
              MenuEntry(
                section: .lessons, number: number, name: "", detail: "", opens: .fault("lesson \(number)"))
            })))
      laboratory.press(.escape)
      laboratory.advance(to: .zero)
      for digit in digits { laboratory.press(.character(digit)) }
      return laboratory.state.message
    }
    #expect(typed("4") == "lesson 4" && typed("12") == "lesson 12" && typed("10") == "lesson 10")
    #expect(typed("7") == nil)
    #expect(typed("1") == nil)
    laboratory.advance(to: .seconds(1))
    #expect(laboratory.wait(at: .seconds(1)).map { $0 <= .milliseconds(800) } == true)
    laboratory.advance(to: .seconds(2))
    #expect(laboratory.state.message == "lesson 1")
  }

  // MARK: The run that plays

  private func film(_ laboratory: Laboratory) throws -> Laboratory {
    while laboratory.state.film.steps < 879 { laboratory.receive() }
    return laboratory
  }

  @Test("A real run plays, about a dozen steps a second, once round")
  func film() throws {
    let laboratory = try film(laboratory())
    laboratory.advance(to: .zero)
    for frame in 1...60 { laboratory.advance(to: .milliseconds(50) * frame) }
    #expect((30...45).contains(laboratory.state.film.step))
    let before = try home(laboratory).film?.map
    laboratory.advance(to: .seconds(10))
    #expect(try home(laboratory).film?.map != before)
    #expect(laboratory.wait(at: .seconds(10)) != nil)
    laboratory.advance(to: .seconds(100))
    #expect(laboratory.state.film.step == laboratory.state.film.steps)
    laboratory.advance(to: .seconds(101))
    laboratory.advance(to: .seconds(102))
    #expect(laboratory.wait(at: .seconds(102)) == nil)
  }

  @Test("It stands still after Space, with reduced motion, and while another window has the keys")
  func still() throws {
    let laboratory = try film(laboratory())
    func moves(at now: Duration) -> Bool {
      laboratory.advance(to: now)
      let before = laboratory.state.film.step
      laboratory.advance(to: now + .seconds(1))
      return laboratory.state.film.step != before
    }
    #expect(moves(at: .seconds(1)))
    laboratory.press(.space)
    #expect(!moves(at: .seconds(3)))
    laboratory.press(.space)
    #expect(moves(at: .seconds(5)))
    laboratory.handle(.focused(false))
    #expect(!moves(at: .seconds(7)))
    laboratory.handle(.focused(true))
    laboratory.send(.viewing(.choseReducedMotion(true)))
    #expect(!moves(at: .seconds(9)))
    #expect(try home(laboratory).film != nil)
  }

  @Test("It is a picture: nothing in it can be pointed at")
  func noTarget() throws {
    let laboratory = try film(laboratory(width: 1920, height: 1080))
    _ = try laboratory.nextPicture()
    for y in stride(from: Float(1), to: 1080, by: 6) {
      for x in stride(from: Float(1000), to: 1920, by: 6) {
        if case .page = laboratory.picture?.hits.target(at: .init(x, y)) { Issue.record("\(x), \(y)") }
      }
    }
  }

  @Test("One sentence says what this is, and the first key to press is seen in a ring")
  func first() throws {
    let laboratory = try laboratory()
    #expect(laboratory.scene().title.facts == [laboratory.content.words("title.purpose")])
    #expect(laboratory.state.selection == 0 && chosen(laboratory).section == .card)
    laboratory.press(.enter)
    #expect(laboratory.state.run?.target == .lesson("two-scanners-converge"))
  }
}
