import Documents
import Foundation
import Scenarios
import Surroundings
import Testing

@testable import Lessons

/// The content of this repository.
let library = ContentFolder(path: Repository.root)

@Suite("Lesson")
struct LessonTests {
  static let text = """
    ---
    title: A lesson
    minutes: 3
    scenario: two-scanners
    you will: [see]
    ---

    ## First

    One sentence, with `code`.
    Another one.

    ```lab
    until: event moved 2
    point at: free scanner
    ```

    ## Second

    The end.

    ```lab
    until: end
    ```
    """

  func lesson(replacing old: String = "", with new: String = "", file: String = "07-a-lesson.md") throws
    -> Lesson
  {
    try Lesson(old.isEmpty ? Self.text : Self.text.replacingOccurrences(of: old, with: new), file: file)
  }

  @Test("A lesson’s front matter and stops are read")
  func reads() throws {
    let lesson = try lesson()
    #expect(lesson.id == "a-lesson")
    #expect(lesson.number == 7)
    #expect(lesson.title == "A lesson")
    #expect(lesson.minutes == 3)
    #expect(lesson.subject == .scenario("two-scanners"))
    #expect(lesson.kernel == nil)
    #expect(lesson.youWill == ["see"])
    #expect(lesson.stops.map(\.title) == ["First", "Second"])
    #expect(lesson.stops[0].plainText == "One sentence, with code. Another one.")
    #expect(lesson.stops[0].until == .event(.moved, ordinal: 2))
    #expect(lesson.stops[0].pointAt == .freeScanner)
    #expect(lesson.stops.map(\.line) == [8, 18])
    #expect(lesson.stops[1].until == .end)
    #expect(lesson.stops[1].pointAt == nil)
  }

  @Test("A lesson saved with carriage returns is read the same")
  func carriageReturns() throws {
    let text = Self.text.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try Lesson(text, file: "07-a-lesson.md") == lesson())
  }

  static let moments: [(String, Moment)] = [
    ("start", .start), ("step 12", .step(12)), ("scanners-met", .event(.scannersMet, ordinal: 1)),
    ("merged-4", .event(.merged, atLeast: 4, ordinal: 1)),
    ("event migration-failed", .event(.migrationFailed, ordinal: 1)),
    ("drained 3", .event(.drained, ordinal: 3)),
  ]

  @Test("`until:` names moments", arguments: moments)
  func moment(text: String, moment: Moment) throws {
    let read = try lesson(replacing: "event moved 2", with: text).stops[0].until
    #expect(read == moment)
  }

  static let pointers: [(String, Pointer)] = [
    ("lane", .lane), ("page 0x100052", .page(0x100052)), ("pageblock 0x100040", .pageblock(0x100040)),
  ]

  @Test("`point at:` names parts of the screen and places in memory", arguments: pointers)
  func pointer(text: String, pointer: Pointer) throws {
    let read = try lesson(replacing: "point at: free scanner", with: "point at: " + text).stops[0].pointAt
    #expect(read == pointer)
  }

  static let mistakes: [(String, String, String)] = [
    (
      "---\ntitle", "title",
      "1:1: a lesson begins with its front matter; write --- on the first line, then title, minutes, scenario and `you will`, then ---"
    ),
    ("[see]\n---", "[see]", "1:1: the front matter does not end; write --- on a line of its own behind it"),
    ("minutes: 3", "minuets: 3", "3:1: `minuets` is not known here; did you mean `minutes`?"),
    (
      "scenario: two-scanners\n", "",
      "2:1: this lesson has no memory to look at; add `scenario: …` or `board: …`"
    ),
    ("you will", "board: x\nyou will", "5:1: `scenario` and `board` are both given; keep one of them"),
    ("## First", "# First", "8:1: a heading of level 1 is no stop; begin each stop with ##"),
    ("## First", "", "10:1: this text stands before the first stop; put it under a ## heading"),
    (
      "```lab\nuntil: end", "```swift\nuntil: end",
      "22:1: a block of `swift` means nothing here; write ```lab, or `code` in a sentence"
    ),
    ("Another one.", "Another one. And one more!", "10:1: this stop has 3 sentences; say it in at most 2"),
    (
      "Another one.", String(repeating: "word ", count: 40) + ".",
      "10:1: this stop has 45 words; say it in at most 40"
    ),
    ("Another one.", "\n- a\n- b", "12:1: a stop can’t hold a list; say it in at most two sentences"),
    ("The end.\n", "", "18:1: the stop “Second” says nothing; add a sentence"),
    (
      "```lab\nuntil: end\n```", "",
      "18:1: the stop “Second” has no place in the run; add a ```lab block with `until: …`"
    ),
    (
      "until: end\n```", "until: end\n```\n```lab\nuntil: end\n```",
      "25:1: this stop has two lab blocks; make one of them"
    ),
    (
      "until: end", "until: nowhere",
      "23:8: there is no event `nowhere`; name one of run-began, block-entered, isolated, batch-full, pinned-passed, target-found, target-refused, unmapped, moved, migration-failed, merged, block-skipped, freed-to-cpu, drained, scanners-met, run-ended, merged-K"
    ),
    (
      "until: end", "until: scanner-met",
      "23:8: there is no event `scanner-met`; did you mean `scanners-met`?"
    ),
    (
      "until: end", "until: event moved zero",
      "23:8: an event is followed by which one it is; write a number from 1 up, or nothing"
    ),
    ("until: end", "until: step x", "23:8: this is no step; write `step` and a number"),
    (
      "until: end", "check: [free == 3]\nuntil: end",
      "23:1: `check` can’t be evaluated by this version; leave it out"
    ),
    (
      "until: end", "until: end\npoint at: the moon",
      "24:11: `the moon` is not known here; write one of map, migrate scanner, free scanner, zone strip, lane, free blocks, suitability, counters, explanation, pseudocode, timeline"
    ),
    ("until: end", "until: [", "24:1: this is not YAML: "),
  ]

  @Test("A mistake in a lesson is reported where it stands", arguments: mistakes)
  func mistake(old: String, new: String, expected: String) {
    let found = message { _ = try lesson(replacing: old, with: new) }
    #expect(found.hasPrefix("07-a-lesson.md:" + expected))
  }

  @Test("A lesson without stops or without a number is refused")
  func nothing() {
    #expect(
      message {
        _ = try Lesson("---\ntitle: T\nminutes: 1\nscenario: x\nyou will: [y]\n---\n", file: "1-a.md")
      } == "1-a.md:7:1: this lesson has no stop; add a ## heading with a sentence and a lab block")
    #expect(
      message { _ = try lesson(file: "lesson.md") }
        == "lesson.md:1:1: the file’s name has no number in front; name it as 04-two-scanners.md")
  }

  @Test(
    "Sentences are counted by their ends",
    arguments: [
      ("One. Two.", 2), ("One, 6.12 and 0.5 more.", 1), ("“Really?” he said. Yes", 3), ("", 0), ("No end", 1),
    ])
  func sentences(text: String, count: Int) {
    #expect(Lesson.sentenceCount(text) == count)
  }

  @Test("Every lesson that comes with the program can be read, by its number and by its name")
  func bundled() throws {
    #expect(!library.lessonPaths.isEmpty)
    for path in library.lessonPaths {
      let lesson = try library.lesson(named: path)
      #expect(try library.lesson(named: lesson.id) == lesson)
      #expect(try library.lesson(named: "\(lesson.number)") == lesson)
    }
    #expect(
      message { _ = try library.lesson(named: "two-scanners-converg") }
        .hasSuffix("there is no lesson `two-scanners-converg`; did you mean `two-scanners-converge`?"))
  }
}
