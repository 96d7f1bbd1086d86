import Canvas
import Testing
import Words

@testable import Stage

@Suite("Breaking texts")
struct TypesetterTests {
  private let setter: Typesetter
  private let text =
    "The migrate scanner climbs from the first pfn, the free scanner descends from the last one, and "
    + "__isolate_freepages_of_a_name_that_is_longer_than_any_line stands between them."

  init() throws {
    setter = try Samples.setter()
  }

  private func lines(to width: Float, firstWidth: Float? = nil) -> [String] {
    setter.wrapped(text, to: width, firstWidth: firstWidth, .sans, size: 16)
  }
  private func width(_ text: String) -> Float { FakeGlyphs().width(of: text, face: .sans, size: 16) }

  @Test(
    "No line is wider than its room, and none ends where the next word would have found room",
    arguments: 1...30)
  func greedy(step: Int) {
    let room = Float(step) * 20
    let lines = lines(to: room)
    for (line, next) in zip(lines, lines.dropFirst() + [""]) {
      #expect(width(line) <= room || line.count == 1, "\(line)")
      let word = next.prefix { $0 != " " }
      #expect(word.isEmpty || width(line + " " + word) > room || text.contains(line + word), "\(line)")
    }
  }

  @Test("Nothing is lost, and only a word that is longer than a line is broken", arguments: 1...30)
  func whole(step: Int) {
    let room = Float(step) * 20
    let lines = lines(to: room)
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    let words = text.split(separator: " ").map(String.init)
    let parts = lines.flatMap { $0.split(separator: " ").map(String.init) }
    for word in words where width(word) <= room { #expect(parts.contains(word), "\(word)") }
  }

  @Test("The first line can be shorter than the others")
  func firstLine() {
    let lines = lines(to: 400, firstWidth: 120)
    #expect(width(lines[0]) <= 120)
    #expect(lines.dropFirst().contains { width($0) > 120 })
  }
}
