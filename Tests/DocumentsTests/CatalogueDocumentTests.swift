import Documents
import Foundation
import Surroundings
import Testing
import Words

@Suite("Catalogue document")
struct CatalogueDocumentTests {
  func read(_ text: String) throws -> Catalogue {
    try Catalogue(Document.parse("catalogue: {language: xx}\n" + text, file: "xx.yaml"))
  }

  @Test("Nested names become dotted keys, one and other become a plural")
  func keys() throws {
    let words = try read("a:\n  b: \"x {n}\"\n  c.d: y\nm: {one: one page, other: \"{count} pages\"}\n")
    #expect(words.language == "xx")
    #expect(words("a.b", ["n": 1]) == "x 1")
    #expect(words("a.c.d") == "y")
    #expect(words("m", ["count": 1]) == "one page")
    #expect(words("m", ["count": 3]) == "3 pages")
  }

  @Test("A mistake in a catalogue is reported where it stands")
  func mistakes() {
    #expect(
      message { _ = try read("a: \"x {n\"\n") }
        == "xx.yaml:2:4: a `{` is never closed; close it with `}`, or write `{{`")
    #expect(
      message { _ = try read("a: \"n} x\"\n") }
        == "xx.yaml:2:4: a `}` closes nothing; open it with `{`, or write `}}`")
    #expect(
      message { _ = try read("a: \"{}\"\n") }
        == "xx.yaml:2:4: `{}` names nothing; write the name of a value between the braces")
    #expect(
      message { _ = try read("a:\n  b: x\na.b: y\n") }
        == "xx.yaml:4:1: the key `a.b` is given more than once; keep one of them")
    #expect(
      message { _ = try read("a: {one: x, other: y}\n") }
        == "xx.yaml:2:1: the plural of `a` doesn't say how many; put {count} into `other`")
    #expect(
      message { _ = try read("a b: x\n") }
        == "xx.yaml:2:1: `a b` is no key for a text; write words without spaces, joined by dots")
    #expect(
      message { _ = try read("a: [x]\n") }
        == "xx.yaml:2:4: a list stands where a text is needed; write a text")
    #expect(
      message { _ = try Catalogue(Document.parse("a: x\n", file: "xx.yaml")) }
        == "xx.yaml:1:1: `catalogue` is missing here; add `catalogue: …`")
  }

  @Test("The English catalogue can be read and groups digits with a thin space")
  func english() throws {
    let words = try Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))
    #expect(words.language == "en")
    #expect(words.numerals.number(1000) == "1\u{2009}000")
    #expect(!words.entries.isEmpty)
  }
}
