import Documents
import Surroundings
import Testing
import UserFiles

@Suite("A file that keeps a value")
struct KeptFileTests {
  private struct Width: KeptValue {
    var pixels: Int

    init(_ pixels: Int) { self.pixels = pixels }
    init(_ document: DocumentNode) throws(DocumentError) {
      pixels = try document.mapping("width").required("width").integer(in: 1...65536)
    }
    var text: String { "width: \(pixels)\n" }
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String = "kept.yaml", delay: Duration = .milliseconds(300)) -> KeptFile<Width> {
    KeptFile(path: folder.file(name), delay: delay)
  }

  @Test("What was saved comes back, and its folder is made")
  func roundTrip() {
    let file = file("not/there/yet/kept.yaml")
    file.save(Width(1366))
    file.finish()
    #expect(file.load() == .kept(Width(1366)))
  }

  @Test("What was saved is written without being asked for once the delay is over")
  func delay() {
    let file = file(delay: .milliseconds(1))
    file.save(Width(7))
    #expect(comesTrue { file.load() == .kept(Width(7)) })
  }

  @Test("The latest of many changes is the one that is kept")
  func gathering() {
    let file = file(delay: .seconds(3600))
    for width in 1...100 { file.save(Width(width)) }
    #expect(file.load() == .none)
    file.finish()
    #expect(file.load() == .kept(Width(100)))
  }

  @Test("A damaged file is set aside and said, and the next start finds none")
  func damage() throws {
    let file = file()
    try FileDraft.make(file.path, text: "width: wide\n")
    guard case .damaged(let reason, let aside?) = file.load() else {
      Issue.record("the damaged file was taken")
      return
    }
    #expect(reason.contains("kept.yaml:1"))
    #expect(try Document.text(path: aside) == "width: wide\n")
    #expect(file.load() == .none)
  }

  @Test("A file that can't be written is said once, not at every change")
  func unwritable() throws {
    let file = file("file/below/kept.yaml")
    try folder.write("file", "x")
    file.save(Width(1))
    file.finish()
    #expect(file.takeFailure() != nil)
    file.save(Width(2))
    file.finish()
    #expect(file.takeFailure() == nil)
  }
}
