import Runs
import Surroundings
import Testing
import UserFiles

@testable import Lab

@Suite("Where they left off")
struct LeftOffTests {
  private let folder: TemporaryFolder
  private let left = LeftOff(
    width: 1366, height: 768, isFullScreen: false, theme: .highContrast, textSize: 130,
    presentingTextSize: 240, reducesMotion: true,
    lettersOff: true,
    run: RunPlace(target: .source("/a \"b\"/c: d.yaml"), step: 41, bookmarks: [7, 90]))

  init() throws { folder = try TemporaryFolder() }

  @Test("What was saved comes back, whatever the names in it are")
  func roundTrip() {
    let file = KeptFile<LeftOff>(path: folder.file("not/there/yet/left-off.yaml"))
    file.save(left)
    file.finish()
    #expect(file.load() == .kept(left))
  }

  @Test("A file from before the size for presenting was kept is read with the usual one")
  func withoutPresenting() throws {
    let file = KeptFile<LeftOff>(path: folder.file("left-off.yaml"))
    try folder.write("left-off.yaml", left.text.replacing("presenting-text-size: 240\n", with: ""))
    var expected = left
    expected.presentingTextSize = 100
    #expect(file.load() == .kept(expected))
  }

  @Test("The run is gone on with once it is recorded so far, or at its end when it is shorter")
  func goingOn() {
    var state = LabState()
    _ = state.reduce(.opened(RunState(target: .source("a"))))
    #expect(state.reduce(.wentOn(RunPlace(target: .source("a"), step: 50, bookmarks: [3, 70]))).isEmpty)
    #expect(state.leftOff.run == RunPlace(target: .source("a"), step: 50, bookmarks: [3, 70]))
    #expect(state.reduce(.recorded(steps: 49, isComplete: false)).isEmpty)
    #expect(state.reduce(.recorded(steps: 60, isComplete: false)) == [.move(.seek(50))])

    var shorter = LabState()
    _ = shorter.reduce(.opened(RunState(target: .source("a"))))
    _ = shorter.reduce(.wentOn(RunPlace(target: .source("a"), step: 50, bookmarks: [3, 70])))
    #expect(shorter.reduce(.recorded(steps: 40, isComplete: true)) == [.move(.seek(40))])
  }

  @Test("Who steps before the place is reached steps on from there; who jumps stays where they are")
  func steppedMeanwhile() {
    var state = LabState()
    _ = state.reduce(.opened(RunState(target: .source("a"))))
    _ = state.reduce(.wentOn(RunPlace(target: .source("a"), step: 50, bookmarks: [3, 70])))
    var jumping = state
    _ = state.reduce(.stepped(.page))
    #expect(
      state.reduce(.recorded(steps: 60, isComplete: true)) == [.move(.seek(50)), .move(.forward(.page))])
    _ = jumping.reduce(.wentToStart)
    #expect(jumping.reduce(.recorded(steps: 60, isComplete: true)).isEmpty)
  }

  @Test("The run that was left is offered in the menu, and opening it goes on with it")
  func menu() {
    var state = LabState()
    _ = state.reduce(.tookUp(left))
    let place = state.leftOff.run!
    let entry = MenuEntry(section: .leftOff, name: "a", detail: "", opens: .place(place))
    _ = state.reduce(.listed([entry]))
    #expect(state.reduce(.openedChosen) == [.goOn(place)])
    #expect(state.theme == .highContrast)
    #expect(state.textSize == 130 && state.presentation.textSize == 240)
  }

  @Test("The size that comes back is the window's, not the screen's")
  func fullScreen() {
    var state = LabState()
    _ = state.reduce(.resized(width: 1024, height: 640))
    _ = state.reduce(.toggledFullScreen)
    _ = state.reduce(.resized(width: 3840, height: 2160))
    #expect(state.leftOff.width == 1024)
    #expect(state.leftOff.isFullScreen)
  }
}
