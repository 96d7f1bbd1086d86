import Background
import Foundation
import Synchronization
import Testing

@Suite("Work behind the window")
struct BackgroundTests {
  @Test("A thread has its name, as much of it as the system shows")
  func thread() {
    for (name, shown) in [("recording", "recording"), ("the longest name of all", "the longest nam")] {
      let comm = Mailbox<String>()
      let done = DispatchSemaphore(value: 0)
      BackgroundThread.start(name) {
        comm.post((try? String(contentsOfFile: "/proc/thread-self/comm", encoding: .utf8)) ?? "")
        done.signal()
      }
      done.wait()
      #expect(comm.take() == shown + "\n")
    }
  }

  @Test("A queue does one thing after the other, and can be waited for")
  func queue() {
    let queue = SerialQueue("test")
    let order = Mutex<[Int]>([])
    for number in 0..<100 { queue.add { order.withLock { $0.append(number) } } }
    queue.finish { order.withLock { $0.append(100) } }
    #expect(order.withLock { $0 } == Array(0...100))
  }

  @Test("Work with a delay doesn't hold up what comes behind it")
  func delay() {
    let queue = SerialQueue("test")
    let done = Atomic(false)
    queue.add(after: .seconds(3600)) { done.store(true, ordering: .releasing) }
    queue.finish()
    let isDone = done.load(ordering: .acquiring)
    #expect(!isDone)
  }

  @Test("What is discarded is freed, on another thread")
  func discarding() {
    final class Witness {
      let end: @Sendable () -> Void
      init(_ end: @escaping @Sendable () -> Void) { self.end = end }
      deinit { end() }
    }
    let freed = DispatchSemaphore(value: 0)
    let here = pthread_self()
    let there = Mailbox<pthread_t>()
    discard(
      Witness {
        there.post(pthread_self())
        freed.signal()
      })
    freed.wait()
    #expect(there.take() != here)
  }

  @Test("Of many searches the latest is the one whose finding is told; those before it are given up")
  func search() {
    let found = DispatchSemaphore(value: 0)
    let search = LatestSearch<Int, String>("test") { found.signal() }
    let begun = DispatchSemaphore(value: 0)
    #expect(search.latest == nil)
    search.begin(1) { isStale in
      begun.signal()
      while !isStale() {}
      return "one"
    }
    begun.wait()
    // The same subject again changes nothing.
    search.begin(1) { _ in "one again" }
    search.begin(2) { _ in "two" }
    found.wait()
    #expect(search.latest == "two")
    search.settle("three")
    #expect(search.latest == "three")
  }

  @Test("What was settled meanwhile is not overwritten by a search that was under way")
  func settling() {
    let search = LatestSearch<Int, String>("test") { Issue.record("nothing was found") }
    let (begun, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    search.begin(1) { isStale in
      begun.signal()
      while !isStale() {}
      ended.signal()
      return "late"
    }
    begun.wait()
    search.settle("settled")
    ended.wait()
    #expect(search.latest == "settled")
  }
}
