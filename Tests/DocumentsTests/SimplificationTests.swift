import Documents
import Simulation
import Surroundings
import Testing
import Words

@Suite("What the program leaves out")
struct SimplificationTests {
  let words = try! Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))

  @Test("Each simplification has a title, says what is done instead and what that could mislead about")
  func texts() {
    for simplification in Simplification.all {
      for part in ["title", "simplified", "misleads"] {
        #expect(words.contains("leaves-out.\(simplification.id).\(part)"))
      }
    }
  }

  @Test("No text speaks of a simplification that is not in the list, and none is in it twice")
  func list() {
    let ids = Simplification.all.map(\.id)
    let spoken = Set(
      words.entries.keys.filter { $0.hasPrefix("leaves-out.") }.map {
        String($0.split(separator: ".")[1])
      })
    #expect(spoken == Set(ids))
    #expect(Set(ids).count == ids.count)
  }

  @Test("Each names a kernel function and the kernels that it holds for")
  func symbols() {
    for simplification in Simplification.all {
      #expect(!simplification.kernelSymbol.isEmpty && !simplification.versions.isEmpty)
    }
  }
}
