import Documents
import Fuzzing
import Runs
import Stage
import Surroundings
import Testing
import UserFiles

@testable import Lab

@Suite("Files that the program keeps, with any number in them")
struct KeptNumbersTests {
  private static let left = LastSession(
    width: 1366, height: 768, isFullScreen: false, theme: .dark, textSize: 120, presentingTextSize: 240,
    places: [
      RunPlace(target: .lesson("two-scanners-converge"), step: 41, bookmarks: [7, 90], stop: 3, stops: 8)
    ])

  /// The text with each of its numbers in turn another one.
  private func variants(_ text: String) -> [String] {
    let sweep = NumberSweep(Array(text.utf8))
    return (0..<sweep.count).map { String(decoding: sweep.variant($0), as: UTF8.self) }
  }

  @Test("Whatever was left, the menu comes up, and what is gone on with stands within its run")
  func lastSession() throws {
    let laboratory = try Fixtures.laboratory(opening: .lesson("two-scanners-converge"))
    let run = try #require(laboratory.state.run)
    var taken = 0
    for text in variants(Self.left.text) {
      guard let last = try? LastSession(Document.parse(text, file: "left-off.yaml")) else { continue }
      taken += 1
      let menu = try Fixtures.laboratory()
      menu.send(.tookUp(last))
      menu.openMenu()
      for place in last.places {
        laboratory.send(.stepping(.wentOn(place)))
        let step = try #require(laboratory.state.run?.step)
        #expect((0...run.steps).contains(step))
      }
      _ = try laboratory.nextPicture()
    }
    #expect(taken > 20)
  }

  @Test("A file of keys with any number in it is read or refused")
  func keys() throws {
    let folder = try TemporaryFolder()
    let file = KeysFile(folder: folder.path)
    for text in variants("run:\n  step: [1, \"F2\", \"Alt 3\"]\n  bookmark: 4\nletters: 5\n") {
      try FileDraft.make(file.path, text: text)
      let (bindings, errors) = file.load()
      #expect(!errors.isEmpty || bindings != KeyBindings())
    }
  }
}
