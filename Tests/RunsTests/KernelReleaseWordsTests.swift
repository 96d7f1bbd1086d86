import Documents
import Runs
import Simulation
import Surroundings
import Testing
import Words

@Suite("Kernel releases in words")
struct KernelReleaseWordsTests {
  // The texts that come with the program.
  let words = try! Catalogue(Document.read(path: Repository.root + "/Assets/Strings/en.yaml"))

  @Test(
    "It is said whose rules are taken where they are not quite the kernel's own",
    arguments: [
      ("6.14.2", "kernel 6.14.2: taken for a 6.12, the nearest one known"),
      ("5.10", "kernel 5.10: taken for a 6.1, the nearest one known"),
      ("8.1", "kernel 8.1: taken for a 7.2, the nearest one known"),
      ("7.2", nil), ("6.18.35", nil), ("6.18.44", nil), ("6.1.0-56-arm64", nil),
    ])
  func doubt(release: String, text: String?) throws {
    #expect(try #require(KernelRelease(release)).doubt(words) == text)
  }

  @Test("Between two releases that differ both are named, and the nearer one")
  func between() throws {
    let release = try #require(KernelRelease("6.18.30"))
    let text = try #require(release.doubt(words))
    #expect(
      text.contains("between 6.18.15 and 6.18.35") && text.hasSuffix("taken for 6.18.35, the nearer one"))
  }
}
