import Runs
import Testing

@testable import Lab

/// A run of 100 steps, half way, with stops.
private func running() -> LabState {
  var state = LabState()
  var run = RunState(target: .source("anything"))
  (run.step, run.steps, run.isComplete, run.learning.stops) = (50, 100, true, [0, 20, 60, 100])
  state.run = run
  return state
}

/// The state that an action leads to, changed from `state` by nothing but `change`.
private func expect(
  _ action: Action, on state: LabState, does effects: [Effect],
  changing change: (inout LabState) -> Void = { _ in },
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var (reduced, expected) = (state, state)
  let done = reduced.reduce(action)
  change(&expected)
  #expect(reduced == expected, sourceLocation: sourceLocation)
  #expect(done == effects, sourceLocation: sourceLocation)
}

@Suite("The reducer")
struct ReducerTests {
  @Test("Steps of every size ask the playhead to move, both ways")
  func steps() {
    expect(.stepping(.stepped(.page)), on: running(), does: [.move(.forward(.page))])
    expect(.stepping(.steppedBack(.pageblock)), on: running(), does: [.move(.back(.pageblock))])
    expect(.stepping(.wentToStart), on: running(), does: [.move(.seek(0))])
    expect(.stepping(.wentToEnd), on: running(), does: [.move(.seek(100))])
    expect(.stepping(.pickedStep(1000)), on: running(), does: [.move(.seek(100))])
    expect(.stepping(.arrived(step: 51)), on: running(), does: []) { $0.run?.step = 51 }
  }

  @Test("Stepping by hand ends playing")
  func handEndsPlaying() {
    var state = running()
    state.run?.isPlaying = true
    expect(.stepping(.stepped(.page)), on: state, does: [.move(.forward(.page))]) {
      $0.run?.isPlaying = false
    }
  }

  @Test("Stops are gone to in their order, on a way that is seen; without stops it goes on by single steps")
  func stops() {
    expect(.learning(.wentToNextStop), on: running(), does: []) {
      $0.run?.learning.way = Way(from: 50, to: 60)
    }
    expect(.learning(.wentToPreviousStop), on: running(), does: []) {
      $0.run?.learning.way = Way(from: 50, to: 20)
    }
    expect(.learning(.pickedStop(2)), on: running(), does: [.move(.seek(20))])
    expect(.learning(.pickedStop(9)), on: running(), does: [])
    var state = running()
    state.run?.learning.stops = []
    expect(.learning(.wentToNextStop), on: state, does: [.move(.forward(.page))])
  }

  @Test("Playing goes on until the next stop, and no further")
  func playsToStop() {
    var state = running()
    state.run?.isPlaying = true
    expect(.stepping(.playedOn(steps: 3)), on: state, does: [.move(.seek(53))])
    expect(.stepping(.playedOn(steps: 30)), on: state, does: [.move(.seek(60))]) { $0.run?.isPlaying = false }
    expect(.stepping(.playedOn(steps: 3)), on: running(), does: [])
  }

  @Test("Playing waits for steps that are still being recorded")
  func playsIntoRecording() {
    var state = running()
    state.run?.isPlaying = true
    state.run?.isComplete = false
    state.run?.step = 100
    expect(.stepping(.playedOn(steps: 3)), on: state, does: [])
    expect(.stepping(.recorded(steps: 200, isComplete: true)), on: state, does: []) {
      $0.run?.steps = 200
      $0.run?.isComplete = true
    }
  }

  @Test("Playing from the end begins again at the start")
  func playsAgain() {
    var state = running()
    state.run?.step = 100
    expect(.stepping(.toggledPlaying), on: state, does: [.move(.seek(0))]) { $0.run?.isPlaying = true }
    expect(.stepping(.toggledPlaying), on: running(), does: []) { $0.run?.isPlaying = true }
  }

  @Test("The speed has a lower and an upper end and a way back to 1x")
  func speed() {
    var state = running()
    for _ in 0..<50 { _ = state.reduce(.stepping(.wentSlower)) }
    #expect(state.run?.speed.factor == 0.25)
    state.run?.steps = 1_634_652
    for _ in 0..<50 { _ = state.reduce(.stepping(.wentFaster)) }
    #expect(state.run?.speed.factor == 16384)
    _ = state.reduce(.stepping(.tookNormalSpeed))
    #expect(state.run?.speed.factor == 1)
  }

  @Test("Text grows to 200 % and shrinks to 100 %, never beyond")
  func textSize() {
    var state = LabState()
    for _ in 0..<30 { _ = state.reduce(.viewing(.enlargedText)) }
    #expect(state.textSize == 200)
    for _ in 0..<30 { _ = state.reduce(.viewing(.reducedText)) }
    #expect(state.textSize == 100)
    _ = state.reduce(.viewing(.choseTextSize(1000)))
    #expect(state.textSize == 200)
  }

  @Test("Esc closes the topmost thing and never the program")
  func escape() {
    var state = running()
    (state.sheet, state.isFullScreen) = (Sheets.State(.keys), true)
    expect(.closedTopmost, on: state, does: []) { $0.sheet = nil }
    state.sheet = nil
    expect(.closedTopmost, on: state, does: []) { $0.isFullScreen = false }
    state.isFullScreen = false
    expect(.closedTopmost, on: state, does: [.opening(.close(nil))]) {
      let place = RunPlace(target: .source("anything"), step: 50, stop: 2, stops: 4)
      ($0.run, $0.places) = (nil, [place])
    }
    state.run = nil
    expect(.closedTopmost, on: state, does: [])
    expect(.quit, on: state, does: []) { $0.isClosing = true }
  }

  @Test("The menu's choice stays within the menu")
  func menu() {
    let entry = MenuEntry(section: .lessons, number: 7, name: "One", detail: "", opens: .run(.lesson("one")))
    var state = LabState(menu: [entry, entry])
    expect(.opening(.chosePrevious), on: state, does: [])
    expect(.opening(.choseNext), on: state, does: []) { $0.selection = 1 }
    expect(.opening(.openedChosen), on: state, does: [.opening(.open(.lesson("one")))])
    expect(.opening(.openedEntry(1)), on: state, does: [.opening(.open(.lesson("one")))]) { $0.selection = 1 }
    expect(.opening(.openedEntry(2)), on: state, does: [])
    expect(.opening(.typedDigit(7)), on: state, does: [.opening(.open(.lesson("one")))])
    expect(.opening(.typedDigit(8)), on: state, does: [])
    state.selection = 1
    expect(.opening(.choseNext), on: state, does: [])
  }

  @Test("A message goes away with the next thing a person does, not with what comes by itself")
  func messages() {
    var state = running()
    _ = state.reduce(.failed("no such file"))
    expect(.stepping(.recorded(steps: 100, isComplete: true)), on: state, does: [])
    expect(.viewing(.toggledLive), on: state, does: []) { ($0.message, $0.showsLive) = (nil, !$0.showsLive) }
  }

  @Test("Actions about a run do nothing where there is none")
  func noRun() {
    for action: Action in [
      .stepping(.stepped(.page)), .stepping(.toggledPlaying), .stepping(.wentFaster),
      .stepping(.arrived(step: 3)), .inspecting(.inspected(7, wholePageblock: false)),
    ] {
      expect(action, on: LabState(), does: [])
    }
  }
}

@Suite("The clock of a playing run")
struct PlayClockTests {
  @Test("At 1x a step is due every six tenths of a second")
  func normal() {
    var clock = PlayClock()
    #expect(clock.wait(at: .milliseconds(0)) == nil)
    #expect(clock.stepsDue(at: .milliseconds(1000), speed: .normal, isPlaying: true) == 0)
    #expect(clock.wait(at: .milliseconds(1000)) == .milliseconds(600))
    #expect(clock.stepsDue(at: .milliseconds(1599), speed: .normal, isPlaying: true) == 0)
    #expect(clock.stepsDue(at: .milliseconds(1600), speed: .normal, isPlaying: true) == 1)
    #expect(clock.stepsDue(at: .milliseconds(1601), speed: .normal, isPlaying: true) == 0)
  }

  @Test("Faster than frames, many steps are due at once, and none is lost")
  func fast() {
    var speed = Speed.normal
    for _ in 0..<20 { speed = speed.faster(in: 10_000_000) }
    var clock = PlayClock()
    var steps = 0
    for frame in 0...600 {
      steps += clock.stepsDue(at: .seconds(1) * frame / 60, speed: speed, isPlaying: true)
    }
    #expect(abs(steps - Int(10_000 / 600.0 * 16384)) <= 1)
  }

  @Test("A pause is not made up for")
  func pause() {
    var clock = PlayClock()
    _ = clock.stepsDue(at: .milliseconds(0), speed: .normal, isPlaying: true)
    #expect(clock.stepsDue(at: .milliseconds(100), speed: .normal, isPlaying: false) == 0)
    #expect(clock.wait(at: .milliseconds(100)) == nil)
    #expect(clock.stepsDue(at: .milliseconds(60_000), speed: .normal, isPlaying: true) == 0)
  }
}
