import Runs
import Stage
import Testing

@testable import Lab

@Suite("The way from stop to stop")
struct WayTests {
  private let laboratory: Laboratory
  private let stops: [Int]

  init() throws {
    laboratory = try Fixtures.laboratory(opening: .lesson("4"))
    stops = try #require(laboratory.state.run?.learning.stops)
  }

  private var step: Int { laboratory.state.run?.step ?? -1 }
  private var isUnderWay: Bool { laboratory.state.run?.learning.way != nil }

  /// Presses a key and draws frames until nothing moves any more.
  /// - Returns: the steps that were seen, and how long it took.
  private func watch(_ key: Key) throws -> (steps: [Int], time: Duration) {
    _ = try laboratory.nextPicture(at: .zero)
    laboratory.press(key)
    var seen: [Int] = []
    for frame in 1...200 {
      let now = Duration.seconds(1) * frame / 60
      laboratory.advance(to: now)
      if try laboratory.nextPicture(at: now) != nil, seen.last != step { seen.append(step) }
      if laboratory.wait(at: now) == nil { return (seen, now) }
    }
    return (seen, .seconds(9))
  }

  @Test("PageDown and PageUp play the way in 0.6 to 1.5 seconds, in its direction, and end at the stop")
  func played() throws {
    for goal in stops.dropFirst() {
      let start = step
      let forward = try watch(.pageDown)
      #expect(step == goal)
      guard goal - start > 1 else { continue }
      #expect((Duration.milliseconds(600)...(.milliseconds(1560))).contains(forward.time), "\(forward.time)")
      #expect(forward.steps == forward.steps.sorted() && forward.steps.last == goal)
      #expect(forward.steps.count >= min(goal - start, 20), "\(forward.steps.count) of \(goal - start)")
      let back = try watch(.pageUp)
      #expect(step == start)
      #expect(back.steps == back.steps.sorted(by: >) && back.steps.count > 1)
      _ = try watch(.pageDown)
    }
  }

  @Test("A PageDown or PageUp meanwhile only ends it, at its stop", arguments: [Key.pageDown, .pageUp])
  func ended(key: Key) throws {
    laboratory.send(.stepping(.pickedStep(stops[4])))
    for way in [Key.pageDown, .pageUp] {
      laboratory.press(way)
      laboratory.advance(to: .zero)
      laboratory.advance(to: .milliseconds(300))
      let goal = try #require(laboratory.state.run?.learning.way?.goal)
      #expect(step != goal)
      laboratory.press(key)
      #expect(step == goal && !isUnderWay)
      #expect(laboratory.session?.playhead?.step == goal)
    }
  }

  @Test("Any other key meanwhile does at the stop what it does there")
  func otherKeys() throws {
    let bindings = laboratory.state.bindings.bindings(in: .run).filter { !$0.action.goesByStops }
    for binding in bindings where binding.action != .quit {
      func pressed(meanwhile: Bool) throws -> LabState {
        let laboratory = try Fixtures.laboratory(opening: .lesson("4"))
        laboratory.send(.stepping(.pickedStep(stops[4])))
        laboratory.press(.pageDown)
        if meanwhile { laboratory.advance(to: .zero) } else { laboratory.arrive() }
        laboratory.handle(.key(binding.key, binding.modifiers, isRepeat: false))
        return laboratory.state
      }
      #expect(try pressed(meanwhile: true) == pressed(meanwhile: false), "\(binding.name)")
    }
  }

  @Test("With reduced motion, and while the screen is black, the run is there at once")
  func cut() throws {
    laboratory.send(.viewing(.choseReducedMotion(true)))
    laboratory.press(.pageDown)
    #expect(step == stops[1] && !isUnderWay)
    laboratory.press(.pageUp)
    #expect(step == stops[0])
  }

  @Test("On the way one sentence stands still, and it says where the way leads")
  func words() throws {
    laboratory.send(.stepping(.pickedStep(stops[4])))
    let title = try laboratory.content.folder.lesson(named: "4").stops[5].title
    laboratory.press(.pageDown)
    laboratory.advance(to: .zero)
    var said: [Explanation?] = []
    for frame in 1...20 {
      laboratory.advance(to: .milliseconds(20) * frame)
      guard isUnderWay else { break }
      let scene = laboratory.scene()
      if said.last != scene.explanation { said.append(scene.explanation) }
      #expect(scene.algorithm?.line == nil && scene.pointedAt == nil)
    }
    #expect(said.count == 1 && said[0]?.heading == title)
    #expect(said[0]?.text.contains("\(stops[4]) to \(stops[5])") == true)
  }

  @Test("It is narrated by one line, at its end")
  func narrated() throws {
    var lines: [String] = []
    let laboratory = try Fixtures.laboratory(opening: .lesson("4")) { lines.append($0) }
    laboratory.send(.stepping(.pickedStep(stops[4])))
    for isEnded in [true, false] {
      lines = []
      laboratory.press(.pageDown)
      laboratory.advance(to: .zero)
      laboratory.advance(to: .milliseconds(400))
      #expect(lines.isEmpty)
      if isEnded { laboratory.press(.pageDown) } else { laboratory.arrive() }
      #expect(lines.count == 1 && lines[0].hasPrefix("step \(laboratory.state.run?.step ?? 0) of"))
    }
  }

  @Test("What is left on the way goes on at its stop")
  func left() throws {
    laboratory.press(.pageDown)
    laboratory.advance(to: .zero)
    #expect(laboratory.state.lastSession.places.first?.step == stops[1])
  }

  @Test("PageDown at the last stop says what comes next, PageUp at the first that it is the first")
  func ends() throws {
    laboratory.press(.pageUp)
    #expect(laboratory.state.message?.contains("first stop") == true)
    laboratory.press(.end)
    laboratory.press(.pageDown)
    #expect(step == stops.last)
    let next = try laboratory.content.folder.lesson(named: "5").title
    #expect(laboratory.state.message?.contains("lesson 5, \(next)") == true)
    let last = try Fixtures.laboratory(opening: .lesson("5"))
    last.press(.end, .pageDown)
    #expect(last.state.message?.contains("last stop") == true)
    #expect(last.state.message?.contains("no further lesson") == true)
  }

  @Test("On a branch PageDown says where the further stops are")
  func branch() throws {
    _ = try laboratory.branchOffWithKernelPage()
    #expect(laboratory.state.run?.fork != nil)
    laboratory.press(.pageDown)
    #expect(laboratory.state.message?.contains("B leads to") == true)
  }
}
