import Testing
import Words

@Suite("Catalogue")
struct CatalogueTests {
  let catalogue = Catalogue(
    language: "en",
    entries: [
      "hello": .one(try! Template("Step {step} of {total}")),
      "moved": .plural(one: try! Template("{count} page moved"), other: try! Template("{count} pages moved")),
    ])

  @Test("Places are filled by name, numbers with their digits in groups")
  func fills() {
    #expect(catalogue("hello", ["step": 425, "total": 1_634_652]) == "Step 425 of 1\u{2009}634\u{2009}652")
  }

  @Test("One thing takes the singular, none and many take the plural", arguments: [0, 1, 2, 21])
  func plural(count: Int) {
    #expect(
      catalogue("moved", ["count": .number(count)]) == (count == 1 ? "1 page moved" : "\(count) pages moved"))
  }

  @Test("A key that is not there is returned, to be seen")
  func missingKey() {
    #expect(catalogue("no.such") == "no.such")
    #expect(!catalogue.contains("no.such"))
    #expect(catalogue.places(of: "no.such") == nil)
  }

  @Test("A place without a value stays as written")
  func missingValue() {
    #expect(catalogue("hello", ["step": 1]) == "Step 1 of {total}")
    #expect(catalogue.places(of: "hello") == ["step", "total"])
  }

  @Test("Doubled braces are braces, and a brace left open is found")
  func braces() throws {
    #expect(try Template("{{a}} {b}").pieces == [.text("{a} "), .place("b")])
    #expect(throws: Template.Problem.unclosedPlace(offset: 2)) { try Template("a {b") }
    #expect(throws: Template.Problem.strayBrace(offset: 1)) { try Template("a}") }
    #expect(throws: Template.Problem.emptyPlace(offset: 0)) { try Template("{}") }
  }

  @Test("The pseudo language is 40 % longer, breaks at the same spaces and keeps every place")
  func pseudo() throws {
    let text = "Four pages move from the migrate scanner’s pageblock to the one of the free scanner {x}"
    let long = Catalogue(language: "en", entries: ["k": .one(try Template(text))]).pseudoLanguage()
    let grown = long("k")
    #expect(abs(Double(grown.count - 3) / Double(text.count - 3) - 1.4) < 0.03)
    #expect(grown.split(separator: " ").count == text.split(separator: " ").count)
    #expect(long.places(of: "k") == ["x"])
    #expect(grown != text)
  }
}
