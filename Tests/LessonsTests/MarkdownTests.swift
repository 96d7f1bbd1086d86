import Testing

@testable import Lessons

@Suite("Markdown")
struct MarkdownTests {
  @Test("Headings, paragraphs and code keep their lines, text its styles")
  func blocks() {
    let text = "## A *b*\n\nOne `c`\ntwo **d**.\n\n```lab\nx: 1\n```\n\n- e\n"
    #expect(
      Markdown.blocks(of: text) == [
        MarkdownBlock(
          content: .heading(level: 2, [TextRun("A "), TextRun("b", .emphasis)]), line: 1, column: 1),
        MarkdownBlock(
          content: .paragraph([
            TextRun("One "), TextRun("c", .code), TextRun(" two "), TextRun("d", .strong), TextRun("."),
          ]), line: 3, column: 1),
        MarkdownBlock(content: .code(info: "lab", "x: 1\n"), line: 6, column: 1),
        MarkdownBlock(content: .other("list"), line: 10, column: 1),
      ])
  }

  @Test("Nothing gives no blocks")
  func empty() { #expect(Markdown.blocks(of: "").isEmpty) }
}
