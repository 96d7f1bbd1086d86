import Documents
import Foundation
import Surroundings
import Testing

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
    let file = LeftOffFile(folder: folder.file("not/there/yet"))
    file.save(left)
    file.finish()
    #expect(file.load() == .left(left))
  }

  @Test("A file from before the size for presenting was kept is read with the usual one")
  func withoutPresenting() throws {
    let file = LeftOffFile(folder: folder.path)
    try folder.write("left-off.yaml", left.text.replacing("presenting-text-size: 240\n", with: ""))
    var expected = left
    expected.presentingTextSize = 100
    #expect(file.load() == .left(expected))
  }

  @Test("The latest of many changes is the one that is kept")
  func gathering() {
    let file = LeftOffFile(folder: folder.path, delay: .seconds(3600))
    var changed = left
    for step in 0..<100 {
      changed.run?.step = step
      file.save(changed)
    }
    #expect(file.load() == .none)
    file.finish()
    #expect(file.load() == .left(changed))
  }

  @Test("A damaged file is set aside and said, and the next start finds none")
  func damage() throws {
    let file = LeftOffFile(folder: folder.path)
    try Document.write("width: wide\n", path: file.path)
    guard case .damaged(let reason, let aside?) = file.load() else {
      Issue.record("the damaged file was taken")
      return
    }
    #expect(reason.contains("left-off.yaml:1"))
    #expect(try Document.text(path: aside) == "width: wide\n")
    #expect(file.load() == .none)
  }

  @Test("A file that can't be written is said once, not at every change")
  func unwritable() throws {
    let file = LeftOffFile(folder: folder.file("file/below"))
    try folder.write("file", "x")
    file.save(left)
    file.finish()
    #expect(file.takeFailure() != nil)
    file.save(left)
    file.finish()
    #expect(file.takeFailure() == nil)
  }

  @Test("The XDG folders are taken where they are named in full, else those below home")
  func folders() {
    let named = UserFolders(environment: ["HOME": "/h", "XDG_STATE_HOME": "/s", "XDG_CONFIG_HOME": "c"])
    #expect(named.state == "/s/compaction-lab")
    #expect(named.config == "/h/.config/compaction-lab")
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
