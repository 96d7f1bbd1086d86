import Canvas
import Documents
import Foundation
import Surroundings
import Testing

@testable import UserFiles

@Suite("Folders that get new files")
struct NewFileFolderTests {
  @Test("A picture never takes the place of another; where it went, or why not, is given once")
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
    guard case .failed(let path, let reason)? = blocked.takeOutcome() else {
      Issue.record("a file was taken for a folder")
      return
    }
    #expect(path == blocked.path && !reason.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == ["x.png", "x-2.png", "x-3.png"])
  }

  @Test("A scenario is saved as the text it is, and listed")
  func scenarios() throws {
    let place = try TemporaryFolder()
    let folder = ScenarioFolder(folder: place.path)
    #expect(folder.files.isEmpty)
    folder.save("A b", wake: {}, text: { "title: A b\n" }, check: { _ in nil })
    folder.finish()
    #expect(folder.takeOutcome() == .saved("\(folder.path)/a-b.yaml"))
    #expect(folder.files == ["\(folder.path)/a-b.yaml"])
    #expect(try Document.text(path: "\(folder.path)/a-b.yaml") == "title: A b\n")
  }

  @Test("Names of files are made of letters and digits, and never too long")
  func names() {
    #expect(ScenarioFolder.fileName("Two scanners / converge: “step” 4") == "two-scanners-converge-step-4")
    #expect(ScenarioFolder.fileName("../..") == "scenario")
    #expect(ScenarioFolder.fileName(String(repeating: "wort ", count: 100)).utf8.count <= 100)
  }
}
