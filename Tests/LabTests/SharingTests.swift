import Canvas
import Foundation
import Stage
import Surroundings
import Testing

@testable import Lab

@Suite("What leaves the window: text and pictures")
struct SharingTests {
  private func copied(_ laboratory: Laboratory) -> String? {
    laboratory.handle(.key(.character("c"), .control, isRepeat: false))
    guard case .copy(let text)? = laboratory.takeRequests().last else { return nil }
    return text
  }

  @Test("Ctrl+C copies where we are, what happened, why and where in the kernel, and what is inspected")
  func run() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.pickedStep(41))
    let text = try #require(copied(laboratory))
    let explanation = try #require(laboratory.scene().explanation)
    #expect(text.contains("step 41"))
    for part in [explanation.heading, explanation.because, explanation.symbol] {
      #expect(!part.isEmpty && text.contains(part))
    }
    laboratory.send(.asked(.inspected(0x100010, wholePageblock: false)))
    #expect(try #require(copied(laboratory)).contains(try #require(laboratory.scene().inspector).title))
  }

  @Test("In the menu, the lists and the sheets Ctrl+C copies what is chosen there")
  func lists() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.asked(.openedEvents))
    #expect(copied(laboratory)?.contains("mm_compaction_begin") == true)
    laboratory.send(.closedTopmost)
    laboratory.send(.toggledSheet(.leavesOut))
    #expect(copied(laboratory)?.contains("balance_pgdat") == true)
    laboratory.send(.toggledSheet(.keys))
    #expect(copied(laboratory)?.contains("F12") == true)
    laboratory.send(.closedTopmost)
    laboratory.send(.closedTopmost)
    #expect(copied(laboratory)?.isEmpty == false)
  }

  @Test("F12 asks for a picture named after what is shown and its step, whatever the scenario is called")
  func names() throws {
    var state = LabState()
    #expect(state.pictureName == "compaction-lab-menu")
    state.run = RunState(target: .source("/x/My board: ö.yaml"))
    state.run?.step = 41
    #expect(state.pictureName == "compaction-lab-My-board--ö-step-41")
    state.sheet = Sheet(.keys)
    #expect(state.pictureName == "compaction-lab-keys")
    let laboratory = try Fixtures.laboratory()
    laboratory.handle(.key(.function(12), [], isRepeat: false))
    #expect(laboratory.takeRequests() == [.savePicture(name: "compaction-lab-menu")])
    #expect(laboratory.takeRequests().isEmpty)
  }

  @Test("A picture never takes the place of another; where it went, or why not, is said once")
  func pictures() throws {
    let place = try TemporaryFolder()
    let image = Image(width: 2, height: 1, pixels: [0xFF00_0001, 0xFF00_0002])
    let folder = PictureFolder(path: place.file("not/yet"), wake: {})
    for name in ["x.png", "x-2.png", "x-3.png"] {
      folder.save(image, named: "x")
      folder.finish()
      #expect(folder.takeOutcome() == .saved("\(folder.path)/\(name)"))
      #expect(folder.takeOutcome() == nil)
      #expect(try Image(png: "\(folder.path)/\(name)") == image)
    }
    let blocked = PictureFolder(path: folder.path + "/x.png", wake: {})
    blocked.save(image, named: "y")
    blocked.finish()
    let outcome = try #require(blocked.takeOutcome())
    guard case .failed(let path, let reason) = outcome else {
      Issue.record("a file was taken for a folder")
      return
    }
    #expect(path == blocked.path)
    let laboratory = try Fixtures.laboratory()
    laboratory.say(outcome)
    #expect(laboratory.state.message?.contains("\(path): \(reason)") == true)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == ["x.png", "x-2.png", "x-3.png"])
  }

  @Test("Pictures go where the desktop keeps them: named in the environment or in its file, else ~/Pictures")
  func folder() throws {
    let folder = try TemporaryFolder()
    let home = folder.path
    #expect(UserFolders(environment: ["HOME": home]).pictures == home + "/Pictures")
    try folder.write(
      ".config/user-dirs.dirs", "XDG_MUSIC_DIR=\"/m\"\nXDG_PICTURES_DIR=\"$HOME/Bilder\"\n")
    #expect(UserFolders(environment: ["HOME": home]).pictures == home + "/Bilder")
    #expect(UserFolders(environment: ["HOME": home, "XDG_PICTURES_DIR": "/p"]).pictures == "/p")
  }
}
