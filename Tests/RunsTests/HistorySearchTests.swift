import Documents
import Foundation
import Scenarios
import Simulation
import Surroundings
import Testing

@testable import Runs

@Suite("Histories found on the side")
struct HistorySearchTests {
  private let session: RunSession

  init() throws {
    session = RunSession(
      try ContentFolder(path: Repository.root).recipe(for: .source("two-scanners")), wake: {})
    session.receiveAll()
  }

  private func subject(_ pfn: Pfn, wholePageblock: Bool = false) -> HistorySearch.Subject {
    HistorySearch.Subject(session: session.id, pfn: pfn, wholePageblock: wholePageblock)
  }

  @Test("Of a short run a history is there at once, and is what the recording says")
  func short() throws {
    let playhead = try #require(session.playhead)
    let search = HistorySearch(wake: { Issue.record("nothing is looked for on the side") })
    playhead.seek(to: 200)
    for pfn in stride(from: playhead.memory.base, to: playhead.memory.end, by: 7) {
      let story = search.story(
        of: subject(pfn), atStep: 200, playhead.recording, playhead.memory.scale)
      #expect(story?.entries == playhead.recording.history(of: pfn, atStep: 200))
    }
  }

  @Test("A history goes on being told as long as the same page is there, and is another one when it is not")
  func steps() throws {
    let playhead = try #require(session.playhead)
    let search = HistorySearch(wake: {})
    playhead.seek(to: 37)
    guard case .move(_, let target)? = playhead.lastStep?.facts else {
      Issue.record("step 37 moves a page")
      return
    }
    for step in [36, 37, 38, 200, 36, playhead.stepCount, 0] {
      let story = search.story(
        of: subject(target), atStep: step, playhead.recording, playhead.memory.scale)
      #expect(story?.entries == playhead.recording.history(of: target, atStep: step), "\(step)")
    }
  }

  @Test("In a long run it is looked for on the side; only the latest that was asked for is told")
  func long() throws {
    let playhead = try #require(session.playhead)
    let found = DispatchSemaphore(value: 0)
    let search = HistorySearch(short: 0, wake: { found.signal() })
    let (one, other) = (playhead.memory.base, playhead.memory.base + 64)
    func ask(_ pfn: Pfn) -> HistorySearch.Story? {
      search.story(
        of: subject(pfn, wholePageblock: true), atStep: 0, playhead.recording, playhead.memory.scale
      )
    }
    #expect(ask(one) == nil)
    var story = ask(other)
    while story == nil {
      found.wait()
      story = ask(other)
    }
    #expect(
      story?.entries == playhead.recording.pageblockHistory(of: other, scale: playhead.memory.scale))
    #expect(ask(other)?.steps == story?.steps)
  }

  @Test("Where a page is at another step follows from its history")
  func places() throws {
    let playhead = try #require(session.playhead)
    playhead.seek(to: 37)
    guard case .move(let source, let target)? = playhead.lastStep?.facts else {
      Issue.record("step 37 moves a page")
      return
    }
    let story = playhead.recording.history(of: target, atStep: 37)
    #expect(story.place(of: target, atStep: 37, then: 36) == source)
    #expect(story.place(of: target, atStep: 37, then: 40) == target)
    let before = playhead.recording.history(of: source, atStep: 36)
    #expect(before.place(of: source, atStep: 36, then: 37) == target)
  }
}
