import Runs
import Stage
import Surroundings
import Testing

@testable import Lab

@Suite("A recording in the window")
struct CaptureTests {
  private let folder = Repository.recording("arm64-6.1-512m-sync")

  private func opened() throws -> Laboratory { try Fixtures.laboratory(opening: .capture(folder)) }

  @Test("It is a map of its pageblocks under its name, and is stepped through like a board")
  func stepping() throws {
    let laboratory = try opened()
    #expect(laboratory.scene().title.name == "arm64-6.1-512m-sync")
    guard case .board(let map) = laboratory.scene().map else {
      Issue.record("a recording is not shown as a board")
      return
    }
    #expect(map.zones.reduce(0) { $0 + $1.present } == 131_072)
    laboratory.send(.stepping(.stepped(.page)))
    #expect(laboratory.state.run?.step == 1)
    laboratory.send(.stepping(.wentToEnd))
    #expect(laboratory.state.run?.isAtEnd == true)
    laboratory.send(.stepping(.steppedBack(.event)))
    #expect(laboratory.state.run?.isAtEnd == false)
    #expect(try laboratory.nextPicture() != nil)
  }

  @Test("It can be zoomed, inspected, listed, edited and branched off")
  func everythingElse() throws {
    let laboratory = try opened()
    laboratory.send(.stepping(.pickedStep(1000)))
    laboratory.send(.zooming(.closer))
    #expect(laboratory.scene().zoom != nil)
    let pfn = try #require(laboratory.session?.playhead?.lastStep?.facts.pfn)
    laboratory.send(.inspecting(.inspected(pfn, wholePageblock: false)))
    #expect(laboratory.scene().inspector?.lines.isEmpty == false)
    laboratory.send(.finding(.openedEvents))
    #expect(laboratory.session?.list?.count == laboratory.state.run?.steps)
    laboratory.send(.closedTopmost)
    laboratory.send(.editing(.began))
    laboratory.send(.editing(.changedSetting(by: 1)))
    laboratory.send(.editing(.finished))
    #expect(laboratory.state.branches.count == 2)
    laboratory.waitForRecording()
    #expect(laboratory.state.run?.fork?.step == 1000)
  }

  @Test("It is offered where it was left, and gone on with there, as long as its folder is there")
  func leftOff() throws {
    let laboratory = try opened()
    laboratory.send(.stepping(.pickedStep(41)))
    laboratory.send(.closedTopmost)
    let place = RunPlace(target: .capture(folder), step: 41)
    #expect(laboratory.state.lastSession.places.first == place)
    #expect(laboratory.state.menu.first?.opens == .place(place))
    #expect(laboratory.state.menu.first?.name == "arm64-6.1-512m-sync")
    laboratory.send(.opening(.openedEntry(0)))
    laboratory.waitForRecording()
    #expect(laboratory.state.run?.step == 41)
    let content = laboratory.content
    let gone = RunPlace(target: .capture("/nowhere/at-all"), step: 1)
    #expect(content.menu([], saved: [], left: [gone]).isEmpty)
  }

  @Test("Its run is the one that is compared with the kernel’s own")
  func sameRun() throws {
    let laboratory = try opened()
    let events = try #require(laboratory.session?.playhead?.recording.events)
    let (memory, run) = try laboratory.content.folder.recipe(for: .capture(folder)).start()
    #expect(run.trace(on: memory).map(\.tracepoint) == events.map(\.tracepoint))
  }
}
