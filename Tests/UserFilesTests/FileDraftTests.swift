import Foundation
import Surroundings
import Testing
import UserFiles

@Suite("Files that are written")
struct FileDraftTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] }

  @Test("A file that can't be written whole is left as it was, and nothing lies beside it")
  func failure() throws {
    let path = try folder.write("a", "old")
    #expect(throws: FileDraft.Failure(reason: "no more")) {
      try FileDraft.make(path) { (draft: String) throws(FileDraft.Failure) in
        _ = FileManager.default.createFile(atPath: draft, contents: Data("half".utf8))
        throw FileDraft.Failure(reason: "no more")
      }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(names == ["a"])
  }

  @Test("Where a link stands what it leads to is written, and it stays a link")
  func link() throws {
    let goal = try folder.write("elsewhere/goal", "old")
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: goal)
    try FileDraft.make(link, text: "new")
    #expect(try String(contentsOfFile: goal, encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == goal)
  }

  @Test("Drafts of a program that was killed are removed, those of one that runs stay")
  func leftovers() throws {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/bin/true")
    try child.run()
    child.waitUntilExit()
    let running = ".compaction-lab-\(getppid())-x.draft"
    for name in [".compaction-lab-\(child.processIdentifier)-x.draft", running] {
      try folder.write(name, "x")
    }
    try FileDraft.make(folder.file("a"), text: "a")
    #expect(Set(names) == ["a", running])
  }

  @Test("A folder that can’t be had is said")
  func noFolder() {
    #expect(throws: FileDraft.Failure.self) { try FileDraft.make("/proc/nowhere/a", text: "x") }
  }
}
