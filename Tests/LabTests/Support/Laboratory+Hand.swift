import Runs
import Simulation
import Stage
import Testing

@testable import Lab

extension Laboratory {
  /// Presses keys one after the other.
  func press(_ keys: Key..., with modifiers: Modifiers = []) {
    for key in keys { handle(.key(key, modifiers, isRepeat: false)) }
  }

  /// Types a text, each character by its key.
  func type(_ text: String) {
    for character in text {
      handle(.key(character == " " ? .space : .character(character), [], isRepeat: false))
      handle(.text(String(character)))
    }
  }

  /// Lets the time pass that the way to a stop takes.
  func arrive() {
    advance(to: .zero)
    advance(to: .seconds(2))
  }

  var memory: Memory? { session?.playhead?.memory }
  /// The page map on screen.
  var map: PageMap? {
    if case .pages(let map) = scene().map { map } else { nil }
  }

  /// On a board, at the beginning of its run; the rest of it is not waited for.
  static func onBoard() throws -> Laboratory {
    let laboratory = try Fixtures.laboratory()
    laboratory.open(try laboratory.content.folder.recipe(for: .source("rock-5b-plus-4g")))
    laboratory.waitForBeginning()
    return laboratory
  }

  /// Waits until the run, or the branch, stands where it begins.
  func waitForBeginning() {
    while state.run?.steps == 0 || state.run?.goal != nil {
      session?.waitForDelivery(atMost: .milliseconds(5))
      receive()
    }
  }

  /// Makes a page that could move the kernel's behind step 40, and waits for the branch.
  /// - Returns: the page.
  func branchOffWithKernelPage() throws -> Pfn {
    send(.stepping(.pickedStep(40)))
    let memory = try #require(memory)
    let pfn = try #require(
      (memory.zones[0].start + 200..<memory.zones[0].end).first { Paint.anonymous.isOn($0, in: memory) })
    press(.character("e"))
    send(.editing(.chosePaint(.kernel)))
    send(.editing(.paintedAt(pfn, wholePageblock: false)))
    press(.enter)
    waitForBranches()
    return pfn
  }

  /// Waits until all branches are recorded to their ends.
  func waitForBranches() {
    while state.branches.contains(where: { !$0.isComplete }) {
      for session in sessions { session.waitForDelivery(atMost: .milliseconds(5)) }
      receive()
    }
  }
}
