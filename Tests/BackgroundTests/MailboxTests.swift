import Background
import Foundation
import Testing

@Suite("Messages from thread to thread")
struct MailboxTests {
  /// What is no one's but its owner's.
  private final class Page {
    var words = 0
  }
  private struct Witness {
    weak var page: Page?
  }

  @Test("The latest of two messages wins, and is given once")
  func latest() {
    let mailbox = Mailbox<Int>()
    #expect(mailbox.take() == nil)
    mailbox.post(1)
    mailbox.post(2)
    #expect(mailbox.take() == 2)
    #expect(mailbox.take() == nil)
  }

  @Test("What isn't Sendable goes over whole, and the mailbox keeps nothing of it")
  func handedOn() {
    let mailbox = Mailbox<Page>()
    let posted = DispatchSemaphore(value: 0)
    BackgroundThread.start("writer") {
      do {
        let page = Page()
        for word in 1...1000 { page.words = word }
        mailbox.post(page)
      }
      posted.signal()
    }
    posted.wait()
    var page = mailbox.take()
    #expect(page?.words == 1000)
    let witness = Witness(page: page)
    page = nil
    #expect(witness.page == nil)
  }

  @Test("Many who post and one who takes: each message comes once or gives way to a later one")
  func many() {
    let mailbox = Mailbox<(Int, Page)>()
    let done = DispatchSemaphore(value: 0)
    for writer in 0..<4 {
      BackgroundThread.start("writer") {
        for number in 0..<1000 {
          let page = Page()
          page.words = writer * 1000 + number
          mailbox.post((writer * 1000 + number, page))
        }
        done.signal()
      }
    }
    var seen: Set<Int> = []
    var ended = 0
    while ended < 4 {
      if done.wait(timeout: .now()) == .success { ended += 1 }
      guard let (number, page) = mailbox.take() else { continue }
      #expect(page.words == number)
      #expect(seen.insert(number).inserted)
    }
    #expect(!seen.isEmpty || mailbox.take() != nil)
  }
}
