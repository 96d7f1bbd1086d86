import Background
import Foundation

/// A line on the terminal while something takes its time; Ctrl-C gives it up. Nothing where nobody looks.
enum Progress {
  /// Does some work, and says so with the seconds that it has taken once it takes longer than half of one.
  static func say<Result>(_ text: String, _ work: () throws -> Result) rethrows -> Result {
    guard isatty(STDERR_FILENO) == 1 else { return try work() }
    let (isOver, isGone) = (Signal(), Signal())
    BackgroundThread.start("progress") {
      var seconds = 0
      while !isOver.wait(atMost: .milliseconds(seconds == 0 ? 500 : 1000)) {
        seconds += 1
        put("\r\(text), \(seconds) s")
      }
      // The line is taken away again.
      put("\r\u{1b}[K")
      isGone.send()
    }
    defer {
      isOver.send()
      isGone.wait()
    }
    return try work()
  }

  private static func put(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
