import Fuzzing
import Testing

@Suite("A capture with a spoiled file is simulated or refused, never a crash")
struct SpoiledCaptureTests {
  /// The files out of which a simulation begins.
  private static let simulated = [
    "info.txt", "trace", "before/zoneinfo", "before/freelists", "before/pageblocks", "before/pagetypeinfo",
    "before/buddyinfo", "before/pinned", "before/kpageflags", "before/kpagecount",
  ].map { "capture/" + $0 }

  @Test(
    "Every number of it, set to what numbers are seldom, one after another",
    arguments: simulated)
  func numbers(name: String) throws {
    let reader = try #require(FuzzedReader.captureFiles.first { $0.name == name })
    #expect(reader.read(reader.inputs[0]) == .read)
    let texts = FuzzedReader.Texts(reader, seed: 1)
    // Words of the pages have no numbers; those are damaged only.
    for index in 0..<(name.contains("kpage") ? 0 : texts.numbers) + 20 { _ = reader.read(texts[index]) }
  }

  @Test("The made one is compared with its own simulation")
  func compared() {
    #expect(FuzzedReader.simulate(MadeCapture.files, compares: true) == .read)
  }
}
