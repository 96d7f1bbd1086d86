import Captures
import Documents
import KernelInterface
import Surroundings
import Testing
import Words

@Suite("What is said of a recording")
struct CaptureWordsTests {
  let words = try! Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))

  @Test(
    "A warning names its file and says what is the matter, with its numbers",
    arguments: [
      (CaptureWarning.Matter.lostEvents(5), "the trace overran: 5 events were lost"),
      (
        .uncheckedArchitecture("x86_64"),
        "architecture x86_64: the rules were checked on arm64 recordings only"
      ),
      (.overran(7), "overran: 7 events or more were lost"),
      (.cutShort(events: 857, of: 900), "cut short: 857 of 900 events"),
      (.missing(.pinned), "missing; which pages are pinned is not known"),
      (
        .unknownLines(["moonlight", "tide"]),
        "lines that no known kernel writes were skipped: moonlight, tide"
      ),
      (
        .takenInMotion(orders: 2, sets: 1),
        "taken while in motion: 2 orders and 1 per-CPU sets do not add up"
      ),
      (.notRecorded(.notPermitted(path: "/p")), "not recorded: /p: permission denied; try as root"),
      (.notSetBack(.missing(path: "/p")), "a setting was not set back: /p: no such file"),
    ])
  func warnings(matter: CaptureWarning.Matter, text: String) throws {
    #expect(CaptureWarning("c/file", matter).text(words) == "c/file: \(text)")
  }

  @Test("Whatever file is missing, it is said what that means", arguments: CaptureWarning.Part.allCases)
  func missing(part: CaptureWarning.Part) {
    #expect(CaptureWarning("f", .missing(part)).text(words).hasPrefix("f: missing; "))
  }

  @Test("What is inferred is said with what is taken for it")
  func inferences() {
    #expect(Inference.pagesInTransit(count: 780).text(words).hasPrefix("780 pages came free while"))
    #expect(Inference.pinned.text(words) == "pinned pages are not recorded: none is assumed")
    for inference in [Inference.freeLists, .pageblocks] {
      #expect(inference.text(words).contains("not recorded: "))
    }
  }
}
