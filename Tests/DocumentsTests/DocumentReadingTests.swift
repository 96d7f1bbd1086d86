import Documents
import Foundation
import Surroundings
import Testing

@Suite("Files that are read")
struct DocumentReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("What is no file is refused at once, whatever would come out of it")
  func noFiles() throws {
    let pipe = folder.file("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, folder.path, "/dev/zero"] {
      #expect(message { _ = try Document.text(path: path) }.hasPrefix("\(path):1:1: this is not a file; "))
    }
  }

  @Test("A file has at most the bytes that it may have")
  func size() throws {
    let path = try folder.write("a.yaml", String(repeating: "a", count: Document.mostBytes))
    #expect(try Document.text(path: path).count == Document.mostBytes)
    _ = try folder.write("a.yaml", String(repeating: "a", count: Document.mostBytes + 1))
    #expect(
      message { _ = try Document.text(path: path) }
        == "\(path):1:1: the file is too large; keep it within 1 MiB")
    #expect(try Document.text(path: path, most: 2 * Document.mostBytes).count > Document.mostBytes)
  }

  @Test("What is not UTF-8 is reported where it stands")
  func encoding() throws {
    let path = folder.file("a.yaml")
    try Data([0x61, 0x0a, 0x62, 0xc3, 0xa4, 0xff, 0x63]).write(to: URL(fileURLWithPath: path))
    #expect(
      message { _ = try Document.text(path: path) }
        == "\(path):2:3: this is not UTF-8 text; save the file as UTF-8")
  }

  @Test("Values that are named and used again are refused, however much they would grow to")
  func aliases() {
    let refusal = "values that are named and used again (& and *) are not read; write the value out"
    #expect(message { _ = try Document.parse("b: &x [1]\na: *x\n", file: "f") } == "f:1:4: \(refusal)")
    for shape in ["v: ", "? "] {
      var bomb = "a0: &a0 [x]\n"
      for level in 1...30 {
        bomb += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1), *a\(level - 1)]\n"
      }
      bomb += "\(shape)*a30\n"
      #expect(message { _ = try Document.parse(bomb, file: "f") } == "f:1:1: \(refusal)")
    }
  }

  @Test("Signs that name values are letters like others in texts")
  func signs() throws {
    let text =
      "a: \"here & there\"\nb: 2 * 3\nc: 'R&D'\nd: |\n" + String(repeating: "  *bold* text\n", count: 20)
    #expect(try Document.parse(text, file: "f").mapping("a", "b", "c", "d").required("b").string() == "2 * 3")
  }

  @Test("Values that lie too deep in each other are refused", arguments: ["[", "{a: ", "- "])
  func depth(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(message { _ = try Document.parse(text, file: "f") }.hasPrefix("f:1:"))
  }

  @Test("A text that would steer a terminal is refused, and shown as what it is")
  func controlCharacters() {
    let file = "a: \"x\\e[2Jy\"\n"
    func node() throws -> DocumentNode { try Document.parse(file, file: "f").mapping("a").required("a") }
    #expect(message { _ = try node().string() } == "f:1:4: `x\\u{1b}[2Jy` has a control character; remove it")
    #expect(message { _ = try node().integer() }.contains("\\u{1b}[2J"))
    #expect(
      message { _ = try Document.parse("\"\\e[1m\": 1\n", file: "f").mapping("a") }.contains("`\\u{1b}[1m`"))
  }

  @Test("Of a long value an error shows the beginning")
  func longValues() {
    let text = "a: " + String(repeating: "9", count: 100_000) + "\n"
    let said = message { _ = try Document.parse(text, file: "f").mapping("a").required("a").integer() }
    #expect(said.count < 300 && said.contains("9…`"))
  }
}
