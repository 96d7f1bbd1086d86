import Documents
import Foundation
import Lessons
import Runs
import Scenarios
import Simulation
import Surroundings
import Testing

@Suite("A run that is recorded while somebody is in it")
struct RunSessionTests {
  private let library = ContentFolder(path: Repository.root)

  @Test("First comes the memory, then what is recorded, at its end where the lesson stops")
  func news() throws {
    let session = RunSession(try library.recipe(for: .lesson("4")), wake: {})
    #expect(session.move(.forward(.page)) == nil)
    let news = session.receiveAll()
    guard case .begun(let census)? = news.first else {
      Issue.record("no memory came first")
      return
    }
    let playhead = try #require(session.playhead)
    #expect(census.summaries == PageblockCensus(of: Memory(copying: playhead.memory)).summaries)
    var steps: [Int] = []
    var stops: [Int] = []
    for one in news.dropFirst() {
      switch one {
      case .begun: Issue.record("a second memory came")
      case .recorded(let count, _): steps.append(count)
      case .foundStops(let found): stops = found
      }
    }
    #expect(steps == steps.sorted() && steps.last == playhead.stepCount)
    #expect(stops == stops.sorted() && stops.count == session.recipe.lesson?.stops.count)
    #expect(session.stop(at: stops[0])?.title == session.recipe.lesson?.stops[0].title)
  }

  @Test("It goes through the run by steps and jumps, and says where it stands then")
  func moving() throws {
    let session = RunSession(try library.recipe(for: .source("two-scanners")), wake: {})
    session.receiveAll()
    #expect(session.move(.forward(.page)) == 1)
    #expect(session.move(.seek(41)) == 41)
    #expect(session.move(.back(.page)) == 40)
    #expect(session.move(.seek(1 << 40)) == session.playhead?.stepCount)
  }

  @Test(
    "A branch takes over what was recorded before its parent’s last quiet point, and is what it would be anyway"
  )
  func branching() throws {
    let recipe = try library.recipe(for: .capture(Repository.root + "/Assets/Captures/arm64-6.1-512m-sync"))
    let parent = RunSession(recipe, wake: {})
    parent.receiveAll()
    let recording = try #require(parent.playhead?.recording)
    let (before, after) = (recording.stepCount / 2, recording.stepCount * 3 / 4)
    #expect(recording.checkpoint(before: before).map { before - $0.step < 8192 } == true)
    let zone = try #require(parent.playhead?.memory.zones.first)
    let edits = [Edit.occupy(zone.start + zone.layout.managed / 2, .kernel, [])]
    let branched = recipe.branching(edits, after: after, sameUntil: after)
    let shared = try #require(recording.checkpoint(before: after).map(recording.prefix))
    let (branch, whole) = (
      RunSession(branched, goingOnFrom: shared, wake: {}), RunSession(branched, wake: {})
    )
    branch.receiveAll()
    whole.receiveAll()
    let (one, other) = (try #require(branch.playhead), try #require(whole.playhead))
    #expect(one.stepCount == other.stepCount)
    #expect(zip(shared.chunks.dropLast(), one.recording.chunks).allSatisfy { $0 === $1 })
    for step in [before, after, after + 1, one.stepCount] {
      one.seek(to: step)
      other.seek(to: step)
      #expect(one.memory.digest == other.memory.digest, "step \(step)")
    }
  }

  @Test("Sessions are told apart, also from one whose place in memory was given back")
  func identity() throws {
    let recipe = try library.recipe(for: .source("two-scanners"))
    var known: Set<RunSession.ID> = []
    for _ in 0..<20 { #expect(known.insert(RunSession(recipe, wake: {}).id).inserted) }
  }

  @Test("A run that nobody waits for any more is given up")
  func cancelling() throws {
    let recipe = try library.recipe(for: .source("rock-5b-plus-4g"))
    let woken = DispatchSemaphore(value: 0)
    var session: RunSession? = RunSession(recipe, wake: { woken.signal() })
    woken.wait()
    session?.waitForDelivery()
    #expect(session?.receive().isEmpty == false)
    session = nil
  }
}
