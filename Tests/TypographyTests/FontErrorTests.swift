import Surroundings
import Testing

@testable import Typography

@Suite("Errors about fonts")
struct FontErrorTests {
  @Test("A missing font is one line that names the package to install")
  func oneLine() {
    let errors = [FontError.noFonts, .unusable(file: "/x.ttf", reason: "broken")]
    for error in errors {
      #expect("\(error)".contains("fonts-dejavu-core"))
      #expect(!"\(error)".contains("\n"))
    }
  }

  @Test("A file that is gone, is empty or holds no font is named", arguments: [nil, "", "no font at all"])
  func unusable(contents: String?) throws {
    let folder = try TemporaryFolder()
    if let contents { try folder.write("x.ttf", contents) }
    let file = FontFile(path: folder.file("x.ttf"), index: 0, family: "X", style: "Regular")
    let library = try GlyphLibrary()
    do {
      _ = try SizedFont(file, FontData(path: file.path), quarterPixels: 64, library: library)
      Issue.record("a font was opened")
    } catch {
      guard case .unusable(let name, let reason) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(name == file.path)
      #expect(!reason.isEmpty && !reason.contains("\n"))
    }
  }
}
