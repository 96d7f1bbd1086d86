import Foundation
import Surroundings
import Testing

@testable import Documents

@Suite("Content locator")
struct ContentLocatorTests {
  /// A fresh folder with `Assets` and `Lessons` in `content` below it.
  func withContent(at content: String, _ body: (String) throws -> Void) throws {
    let folder = try TemporaryFolder()
    let root = folder.path
    for name in ["Assets", "Lessons"] {
      try FileManager.default.createDirectory(
        atPath: "\(root)/\(content)/\(name)", withIntermediateDirectories: true)
    }
    try body(root)
  }

  func expect(_ found: String, is expected: String) { #expect(found == expected) }

  @Test("The option wins, and a wrong one is not papered over")
  func option() throws {
    try withContent(at: "here") { root in
      let locator = ContentLocator(
        option: root + "/here", environment: [ContentLocator.variable: "/nowhere"], executable: "/bin/x")
      try expect(locator.locate(), is: root + "/here")
      let wrong = ContentLocator(option: "/nowhere", environment: [:], executable: root + "/here/bin/x")
      #expect(
        message { _ = try wrong.locate() }
          == "Assets and Lessons are not in /nowhere; set COMPACTION_LAB_CONTENT to the folder that holds them"
      )
    }
  }

  @Test("The environment names the folder where no option does")
  func environment() throws {
    try withContent(at: "here") { root in
      let locator = ContentLocator(
        environment: [ContentLocator.variable: root + "/here"], executable: "/bin/x")
      try expect(locator.locate(), is: root + "/here")
    }
  }

  @Test("An installed program finds share beside its bin, a built one walks up to the repository")
  func executable() throws {
    try withContent(at: "share/compaction-lab") { root in
      try expect(
        ContentLocator(environment: [:], executable: root + "/bin/compaction-lab").locate(),
        is: root + "/share/compaction-lab")
    }
    try withContent(at: ".") { root in
      try expect(
        ContentLocator(environment: [:], executable: root + "/.build/debug/compaction-lab").locate(), is: root
      )
    }
  }

  @Test("The XDG data folders come last")
  func xdg() throws {
    try withContent(at: "data/compaction-lab") { root in
      try expect(
        ContentLocator(environment: ["XDG_DATA_DIRS": root + "/data"], executable: "/no/x").locate(),
        is: root + "/data/compaction-lab")
    }
  }

  @Test("The error names every place that was tried, each once")
  func nothing() {
    let locator = ContentLocator(
      environment: ["HOME": "/h", "XDG_DATA_DIRS": "/d1:/d2"], executable: "/no/bin/x")
    #expect(
      throws: ContentLocator.NotFound(tried: [
        "/no/share/compaction-lab", "/no/bin", "/no", "/h/.local/share/compaction-lab",
        "/d1/compaction-lab", "/d2/compaction-lab",
      ])
    ) { try locator.locate() }
  }
}
