import Runs
import Surroundings
import Testing
import UserFiles

@testable import Lab

@Suite("Where they left off")
struct LeftOffTests {
  private let folder: TemporaryFolder
  private let left = LastSession(
    width: 1366, height: 768, isFullScreen: false, theme: .highContrast, textSize: 130,
    presentingTextSize: 240, reducesMotion: true,
    lettersOff: true,
    places: [
      RunPlace(target: .source("/a \"b\"/c: d.yaml"), step: 41, bookmarks: [7, 90]),
      RunPlace(target: .lesson("a-page-moves"), step: 7, stop: 3, stops: 9),
    ])

  @Test("When something was left, and that a lesson was gone through, comes back")
  func doneAndWhen() {
    var left = left
    left.places[0].minute = 29_409_123
    left.places[1].wasDone = true
    let file = KeptFile<LastSession>(path: folder.file("left-off.yaml"))
    file.save(left)
    file.finish()
    #expect(file.load() == .kept(left))
  }

  init() throws { folder = try TemporaryFolder() }

  @Test("What was saved comes back, whatever the names in it are")
  func roundTrip() {
    let file = KeptFile<LastSession>(path: folder.file("not/there/yet/left-off.yaml"))
    file.save(left)
    file.finish()
    #expect(file.load() == .kept(left))
  }

  @Test("A board comes back with the age that was chosen for it")
  func aged() {
    var left = left
    left.places[0] = RunPlace(target: .source("rock-5b-plus-8g", recipe: "kernel-pages-everywhere"), step: 3)
    let file = KeptFile<LastSession>(path: folder.file("left-off.yaml"))
    file.save(left)
    file.finish()
    #expect(file.load() == .kept(left))
  }

  @Test("A recording comes back by the path of its folder")
  func capture() {
    var left = left
    left.places[0] = RunPlace(target: .capture("/a b/arm64: 1"), step: 7)
    let file = KeptFile<LastSession>(path: folder.file("left-off.yaml"))
    file.save(left)
    file.finish()
    #expect(file.load() == .kept(left))
  }

  @Test("A file from before the size for presenting was kept is read with the usual one")
  func withoutPresenting() throws {
    let file = KeptFile<LastSession>(path: folder.file("left-off.yaml"))
    try folder.write("left-off.yaml", left.text.replacing("presenting-text-size: 240\n", with: ""))
    var expected = left
    expected.presentingTextSize = 100
    #expect(file.load() == .kept(expected))
  }

  @Test("A file from before there were several places has the one in it")
  func onePlace() throws {
    let file = KeptFile<LastSession>(path: folder.file("left-off.yaml"))
    var old = left
    old.places = []
    try folder.write("left-off.yaml", old.text + "lesson: \"a-page-moves\"\nstep: 12\nbookmarks: [4]\n")
    old.places = [RunPlace(target: .lesson("a-page-moves"), step: 12, bookmarks: [4])]
    #expect(file.load() == .kept(old))
  }

  @Test("The run is gone on with once it is recorded so far, or at its end when it is shorter")
  func goingOn() {
    var state = LabState()
    _ = state.reduce(.opening(.opened(RunState(target: .source("a")))))
    #expect(
      state.reduce(.stepping(.wentOn(RunPlace(target: .source("a"), step: 50, bookmarks: [3, 70])))).isEmpty)
    #expect(state.lastSession.places.first == RunPlace(target: .source("a"), step: 50, bookmarks: [3, 70]))
    #expect(state.reduce(.stepping(.recorded(steps: 49, isComplete: false))).isEmpty)
    #expect(state.reduce(.stepping(.recorded(steps: 60, isComplete: false))) == [.move(.seek(50))])

    var shorter = LabState()
    _ = shorter.reduce(.opening(.opened(RunState(target: .source("a")))))
    _ = shorter.reduce(.stepping(.wentOn(RunPlace(target: .source("a"), step: 50, bookmarks: [3, 70]))))
    #expect(shorter.reduce(.stepping(.recorded(steps: 40, isComplete: true))) == [.move(.seek(40))])
  }

  @Test("Who steps before anything is recorded makes the step as soon as it is")
  func steppedAtOnce() {
    var state = LabState()
    _ = state.reduce(.opening(.opened(RunState(target: .source("a")))))
    #expect(state.reduce(.stepping(.stepped(.phase))).isEmpty)
    #expect(state.reduce(.stepping(.recorded(steps: 0, isComplete: false))).isEmpty)
    #expect(state.reduce(.stepping(.recorded(steps: 9, isComplete: false))) == [.move(.forward(.phase))])
    #expect(state.reduce(.stepping(.stepped(.page))) == [.move(.forward(.page))])
  }

  @Test("Who steps before the place is reached steps on from there; who jumps stays where they are")
  func steppedMeanwhile() {
    var state = LabState()
    _ = state.reduce(.opening(.opened(RunState(target: .source("a")))))
    _ = state.reduce(.stepping(.wentOn(RunPlace(target: .source("a"), step: 50, bookmarks: [3, 70]))))
    var jumping = state
    _ = state.reduce(.stepping(.stepped(.page)))
    #expect(
      state.reduce(.stepping(.recorded(steps: 60, isComplete: true))) == [
        .move(.seek(50)), .move(.forward(.page)),
      ])
    _ = jumping.reduce(.stepping(.wentToStart))
    #expect(jumping.reduce(.stepping(.recorded(steps: 60, isComplete: true))).isEmpty)
  }

  @Test("The run that was left is offered in the menu, and opening it goes on with it")
  func menu() {
    var state = LabState()
    _ = state.reduce(.tookUp(left))
    let place = state.lastSession.places[0]
    let entry = MenuEntry(section: .card, name: "a", detail: "", opens: .place(place))
    _ = state.reduce(.opening(.listed([entry])))
    #expect(state.reduce(.opening(.openedChosen)) == [.opening(.goOn(place))])
    #expect(state.theme == .highContrast)
    #expect(state.textSize == 130 && state.presenting.textSize == 240)
  }

  @Test("The size that comes back is the window's, not the screen's")
  func fullScreen() {
    var state = LabState()
    _ = state.reduce(.viewing(.resized(width: 1024, height: 640)))
    _ = state.reduce(.viewing(.toggledFullScreen))
    _ = state.reduce(.viewing(.resized(width: 3840, height: 2160)))
    #expect(state.lastSession.width == 1024)
    #expect(state.lastSession.isFullScreen)
  }
}
