import Stage
import Testing

@testable import Lab

@Suite("What leaves the window: text and pictures")
struct SharingTests {
  private func copied(_ laboratory: Laboratory) -> String? {
    laboratory.handle(.key(.character("c"), .control, isRepeat: false))
    guard case .copy(let text)? = laboratory.takeRequests().last else { return nil }
    return text
  }

  @Test("Ctrl+C copies where we are, what happened, why and where in the kernel, and what is inspected")
  func run() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.stepping(.pickedStep(41)))
    let text = try #require(copied(laboratory))
    let explanation = try #require(laboratory.scene().explanation)
    #expect(text.contains("step 41"))
    for part in [explanation.heading, explanation.because, explanation.symbol] {
      #expect(!part.isEmpty && text.contains(part))
    }
    laboratory.send(.inspecting(.inspected(0x100010, wholePageblock: false)))
    #expect(try #require(copied(laboratory)).contains(try #require(laboratory.scene().inspector).title))
  }

  @Test("In the menu, the lists and the sheets Ctrl+C copies what is chosen there")
  func lists() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.finding(.openedEvents))
    #expect(copied(laboratory)?.contains("mm_compaction_begin") == true)
    laboratory.send(.closedTopmost)
    laboratory.send(.sheets(.toggled(.leavesOut)))
    #expect(copied(laboratory)?.contains("balance_pgdat") == true)
    laboratory.send(.sheets(.toggled(.keys)))
    #expect(copied(laboratory)?.contains("F12") == true)
    laboratory.send(.closedTopmost)
    laboratory.send(.closedTopmost)
    #expect(copied(laboratory)?.isEmpty == false)
  }

  @Test("F12 asks for a picture named after what is shown and its step, whatever the scenario is called")
  func names() throws {
    var state = LabState()
    #expect(state.pictureName == "compaction-lab-menu")
    state.run = RunState(target: .source("/x/My board: ö.yaml"))
    state.run?.step = 41
    #expect(state.pictureName == "compaction-lab-My-board--ö-step-41")
    state.run = RunState(target: .capture("/x/arm64-6.12-1g-thp"))
    #expect(state.pictureName == "compaction-lab-arm64-6-12-1g-thp-step-0")
    state.sheet = Sheets.State(.keys)
    #expect(state.pictureName == "compaction-lab-keys")
    let laboratory = try Fixtures.laboratory()
    laboratory.handle(.key(.function(12), [], isRepeat: false))
    #expect(laboratory.takeRequests() == [.savePicture(name: "compaction-lab-menu")])
    #expect(laboratory.takeRequests().isEmpty)
  }

  @Test("Where a picture went, or why nowhere, is said")
  func pictures() throws {
    let laboratory = try Fixtures.laboratory()
    laboratory.say(.saved("/p/x.png"))
    #expect(laboratory.state.message?.contains("/p/x.png") == true)
    laboratory.say(.failed(folder: "/p", reason: "it is full"))
    #expect(laboratory.state.message?.contains("/p: it is full") == true)
  }
}
