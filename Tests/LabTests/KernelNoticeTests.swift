import Documents
import Runs
import Scenarios
import Simulation
import Surroundings
import Testing

@testable import Lab

@Suite("Whose rules a run follows")
struct KernelNoticeTests {
  /// The scenario of lesson 4, of another kernel.
  private func scenario(kernel: String) throws -> Scenario {
    let path = "\(Repository.root)/Lessons/Scenarios/two-scanners.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try Scenario(
      Document.parse(text.replacing("kernel: \"6.12\"", with: "kernel: \"\(kernel)\""), file: "mine.yaml"))
  }

  @Test(
    "Where the kernel of a lesson’s scenario is not quite a known one the window says once whose rules are taken",
    arguments: [
      ("6.14", "kernel 6.14: taken for a 6.12, the nearest one known"),
      ("5.10", "kernel 5.10: taken for a 6.1"),
      ("6.12", nil), ("7.2", nil),
    ])
  func lesson(kernel: String, text: String?) throws {
    var narrated: [String] = []
    let laboratory = try Fixtures.laboratory { narrated.append($0) }
    let lesson = try laboratory.content.folder.recipe(for: .lesson("4")).lesson
    laboratory.open(
      RunRecipe(target: .lesson("mine"), source: try scenario(kernel: kernel), lesson: lesson))
    if let text {
      #expect(laboratory.scene().message?.hasPrefix(text) == true)
      #expect(narrated.contains { $0.hasPrefix(text) })
    } else {
      #expect(laboratory.state.message == nil)
    }
    laboratory.press(.right)
    #expect(laboratory.state.message == nil)
  }

  @Test("A kernel that was named for all runs decides instead of the scenario’s")
  func named() throws {
    let source = try scenario(kernel: "6.14")
    for (kernel, isSaid) in [(nil, true), ("6.12", false), ("6.18.30", true)] {
      let release = kernel.flatMap { KernelRelease($0) }
      let laboratory = Laboratory(
        content: try Fixtures.content(), glyphs: BlockGlyphs(), kernel: release, wake: {})
      laboratory.open(RunRecipe(target: .source("mine"), source: source, version: release?.version))
      #expect((laboratory.state.message != nil) == isSaid)
    }
  }
}
