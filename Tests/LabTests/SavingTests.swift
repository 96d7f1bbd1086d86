import Documents
import Foundation
import Runs
import Scenarios
import Simulation
import Stage
import Surroundings
import Testing
import UserFiles

@testable import Lab

@Suite("Saving and opening scenarios")
struct SavingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func laboratory(opening name: String? = nil) throws -> Laboratory {
    let laboratory = Laboratory(
      content: try Fixtures.content(), glyphs: BlockGlyphs(),
      scenarios: ScenarioFolder(folder: folder.path), wake: {})
    laboratory.openMenu()
    if let name {
      laboratory.open(try laboratory.content.folder.recipe(for: .source(name)))
      laboratory.waitForRecording()
    }
    return laboratory
  }

  private func press(_ key: Key, _ modifiers: Modifiers = [], on laboratory: Laboratory) {
    laboratory.handle(.key(key, modifiers, isRepeat: false))
    laboratory.waitForReading()
  }

  /// Saves, and gives the only file that was not there before.
  private func save(_ laboratory: Laboratory) throws -> String {
    let before = Set(laboratory.scenarios?.files ?? [])
    press(.character("s"), .control, on: laboratory)
    press(.enter, on: laboratory)
    laboratory.finishSaving()
    laboratory.receive()
    let new = Set(laboratory.scenarios?.files ?? []).subtracting(before)
    try #require(new.count == 1, "\(laboratory.state.message ?? "nothing said")")
    return new.first ?? ""
  }

  @Test("An edited memory that is saved and opened is the same memory, under the same settings")
  func roundTrip() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    press(.character("e"), on: laboratory)
    for key: Character in ["k", "t", "p"] { press(.character(key), on: laboratory) }
    press(.down, on: laboratory)
    press(.character("0"), on: laboratory)
    laboratory.send(.inspecting(.ringed(.edit)))
    press(.right, on: laboratory)
    let session = try #require(laboratory.session)
    let draft = Memory(copying: try #require(session.playhead).memory)
    try draft.make(try #require(laboratory.state.run).editing.draft.pageEdits)
    let file = try save(laboratory)
    #expect(laboratory.state.message?.contains((file as NSString).lastPathComponent) == true)
    let scenario = try laboratory.content.folder.scenario(named: file)
    #expect(scenario.kernel == .v6_18)
    #expect(scenario.trigger == .compactMemory)
    let writer = ScenarioWriter(title: "t", kernel: .v6_18, trigger: .compactMemory)
    #expect(writer.text(scenario.start().memory) == writer.text(draft))
    press(.enter, on: laboratory)
    laboratory.waitForRecording()
    let branch = try #require(laboratory.state.run)
    laboratory.open(try laboratory.content.folder.recipe(for: .source(file)))
    laboratory.waitForRecording()
    let editSteps = branch.editSteps.reduce(0) { $0 + $1.count }
    #expect(laboratory.state.run?.steps == branch.steps - editSteps)
  }

  @Test("Watermarks set in the middle of a run, and who asks from there on, are saved with the memory")
  func settingsLater() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    laboratory.send(.stepping(.pickedStep(40)))
    press(.character("e"), on: laboratory)
    laboratory.send(.inspecting(.ringed(.edit)))
    for key: Key in [.down, .right, .down, .down, .down, .down, .right] { press(key, on: laboratory) }
    press(.enter, on: laboratory)
    laboratory.waitForRecording()
    #expect(laboratory.state.run?.step == 41)
    let marks = try #require(laboratory.session?.playhead).memory.watermarks(ofZone: 0)
    let scenario = try laboratory.content.folder.scenario(named: save(laboratory))
    #expect(scenario.layout.zones[0].watermarks == marks)
    #expect(marks.high == 7)
    #expect(scenario.trigger.order == 4)
  }

  @Test("Later in a run the memory is saved as it is then")
  func later() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    laboratory.send(.stepping(.wentToEnd))
    let counts = laboratory.scene().freeBlocks?.counts
    let steps = try #require(laboratory.state.run?.steps)
    let file = try save(laboratory)
    #expect(file.hasSuffix("step-\(steps).yaml"))
    laboratory.open(try laboratory.content.folder.recipe(for: .source(file)))
    laboratory.waitForRecording()
    #expect(laboratory.state.run?.step == 0)
    #expect(laboratory.scene().freeBlocks?.counts == counts)
  }

  @Test("No file is ever overwritten, and nothing but whole scenarios is left in the folder")
  func neverOverwrites() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    let files = try (0..<3).map { _ in try save(laboratory) }
    #expect(Set(files).count == 3)
    let texts = try files.map { try Document.text(path: $0) }
    #expect(Set(texts).count == 1)
    let all = try FileManager.default.contentsOfDirectory(atPath: folder.file("scenarios"))
    #expect(Set(all) == Set(files.map { ($0 as NSString).lastPathComponent }))
  }

  @Test("Where nothing can be written that is said, with the reason, and the run stays")
  func unwritable() throws {
    try folder.write("scenarios", "a file")
    let laboratory = try laboratory(opening: "two-scanners")
    laboratory.send(.stepping(.pickedStep(7)))
    press(.character("s"), .control, on: laboratory)
    press(.enter, on: laboratory)
    laboratory.finishSaving()
    laboratory.receive()
    #expect(laboratory.state.message?.contains(folder.path) == true)
    #expect(laboratory.state.run?.step == 7)
    #expect(try Document.text(path: folder.file("scenarios")) == "a file")
  }

  @Test("Ctrl+O lists what was saved, by its title, and opens what is chosen")
  func opens() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    press(.character("o"), .control, on: laboratory)
    #expect(laboratory.state.place == .run)
    #expect(laboratory.state.message?.contains("Ctrl+S") == true)
    let first = try save(laboratory)
    laboratory.send(.stepping(.pickedStep(50)))
    let second = try save(laboratory)
    press(.character("o"), .control, on: laboratory)
    #expect(laboratory.state.place == .scenarios)
    guard case .menu(let menu) = laboratory.scene().map else {
      Issue.record("the scenarios are a list")
      return
    }
    #expect(menu.sections[0].items.count == 2)
    #expect(menu.sections[0].items.allSatisfy { $0.name.contains("step") && $0.detail.hasSuffix(".yaml") })
    press(.down, on: laboratory)
    press(.enter, on: laboratory)
    laboratory.waitForRecording()
    guard case .source(let opened, _)? = laboratory.state.run?.target else { return }
    #expect([first, second].contains(opened))
    #expect(laboratory.state.branches.count == 1)
  }

  @Test("The menu has the saved scenarios in a section of their own, and Ctrl+O goes there")
  func menu() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    let file = try save(laboratory)
    press(.escape, on: laboratory)
    press(.character("o"), .control, on: laboratory)
    let chosen = laboratory.state.menu[laboratory.state.selection]
    #expect(chosen.section == .saved)
    #expect(chosen.opens == .run(.source(file)))
    press(.enter, on: laboratory)
    #expect(laboratory.state.run?.target == .source(file))
  }

  @Test("A damaged scenario is listed, says where it is wrong when it is opened, and the run stays")
  func damaged() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    let file = try save(laboratory)
    let text = try Document.text(path: file).replacing("kernel: \"6.12\"", with: "kernel: \"six\"")
    try FileDraft.make(file, text: text)
    press(.character("o"), .control, on: laboratory)
    press(.enter, on: laboratory)
    #expect(laboratory.state.message?.contains("\(file):2:") == true)
    #expect(laboratory.state.run?.target == .source("two-scanners"))
  }

  @Test("While a file of one's own is read the keys work, and Esc gives it up")
  func reading() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    let file = try save(laboratory)
    laboratory.press(.escape)
    laboratory.send(.opening(.began(.source(file))))
    #expect(laboratory.scene().message?.contains((file as NSString).lastPathComponent) == true)
    laboratory.press(.down)
    #expect(laboratory.state.awaited == .source(file))
    laboratory.press(.escape)
    #expect(laboratory.state.awaited == nil)
    #expect(laboratory.scene().message == nil)
  }

  @Test(
    "A pipe, a folder and a file too large among the scenarios are listed by name, and refused when opened")
  func noFiles() throws {
    let laboratory = try laboratory(opening: "two-scanners")
    let folder = (try save(laboratory) as NSString).deletingLastPathComponent
    #expect(mkfifo(folder + "/pipe.yaml", 0o600) == 0)
    try FileManager.default.createDirectory(
      atPath: folder + "/folder.yaml", withIntermediateDirectories: true)
    #expect(
      FileManager.default.createFile(atPath: folder + "/large.yaml", contents: Data("title: large\n".utf8)))
    #expect(truncate(folder + "/large.yaml", 1 << 40) == 0)
    laboratory.press(.escape)
    laboratory.openMenu()
    for (name, problem) in [
      ("pipe.yaml", "not a file"), ("folder.yaml", "not a file"), ("large.yaml", "too large"),
    ] {
      let row = try #require(laboratory.state.menu.firstIndex { $0.target == .source("\(folder)/\(name)") })
      laboratory.send(.opening(.openedEntry(row)))
      laboratory.waitForReading()
      #expect(laboratory.state.run == nil)
      #expect(laboratory.state.message?.contains(problem) == true)
    }
  }
}
