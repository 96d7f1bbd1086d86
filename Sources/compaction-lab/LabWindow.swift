import Documents
import Foundation
import Lab
import Simulation
import Synchronization
import Typography
import UserFiles
import Window

/// The program in its window: draws only what has changed, at most sixty times a second, and sleeps in
/// between.
@MainActor
struct LabWindow {
  private let laboratory: Laboratory
  private let window: Window
  /// Where live figures come from.
  private let liveSource: String
  private let lastSessionFile: KeptFile<LastSession>
  private let last: KeptFile<LastSession>.Content
  /// What is wrong with the person's own keys.
  private let keyErrors: [DocumentError]
  private let presents: Bool
  private let pictures: PictureFolder

  init(_ common: CommonOptions, _ options: WindowOptions, kernel: KernelRelease? = nil) throws {
    let content = try common.loadContent()
    let glyphs = try SDLGlyphSource(book: FontBook())
    let (bindings, keyErrors) = KeysFile.standard.load()
    self.keyErrors = keyErrors
    lastSessionFile = KeptFile(path: UserFolders().state + "/left-off.yaml")
    last = lastSessionFile.load()
    var size = (width: 1280, height: 720)
    if case .kept(let last) = last { size = (last.width, last.height) }
    let window = try Window(
      title: content.words("title.program"), applicationID: "compaction-lab", width: size.width,
      height: size.height, glyphs: glyphs)
    presents = options.present
    signal(SIGPIPE, SIG_IGN)
    self.window = window
    liveSource = options.source ?? "/proc"
    let waker = window.waker
    pictures = PictureFolder(path: UserFolders().pictures, wake: { waker.wake() })
    let narrate: ((String) -> Void)? = options.narrate ? { Self.say($0) } : nil
    laboratory = Laboratory(
      content: content, glyphs: glyphs, bindings: bindings, kernel: kernel,
      scenarios: ScenarioFolder(folder: UserFolders().data),
      minute: { Int(Date().timeIntervalSince1970 / 60) }, narrate: narrate,
      wake: { waker.wake() })
  }

  /// A line at a time, at once, for whoever reads along; nobody need read to the end.
  private nonisolated static func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Runs until the window is closed.
  /// - Parameter open: shows the first thing.
  func run(_ open: (Laboratory) -> Void) throws {
    laboratory.send(.viewing(.choseReducedMotion(DesktopPreferences().reducedMotion ?? false)))
    if case .kept(let last) = last { laboratory.send(.tookUp(last)) }
    laboratory.send(.viewing(.resized(width: window.width, height: window.height)))
    open(laboratory)
    if presents { laboratory.send(.presenting(.toggled)) }
    laboratory.say(last)
    laboratory.say(keyErrors)
    for error in keyErrors { Failure.warn("\(error)") }
    defer {
      lastSessionFile.finish()
      pictures.finish()
      laboratory.finishSaving()
    }
    var saved = laboratory.state.lastSession
    laboratory.startLive(liveSource)
    var clock = FrameClock()
    var displayTurns = laboratory.state.presenting.displayTurns
    while !laboratory.state.isClosing {
      try drawIfDue(&clock)
      for event in try window.waitEvents(atMost: pause(clock)) {
        laboratory.handle(event)
        if event == .exposed { try redraw() }
      }
      // A window moves more easily than one that fills a display, so it moves first.
      if laboratory.state.presenting.displayTurns != displayTurns {
        displayTurns = laboratory.state.presenting.displayTurns
        if !window.moveToNextDisplay() { laboratory.sayNoOtherDisplay() }
      }
      if window.isFullScreen != laboratory.state.isFullScreen, !window.isOnItsWay {
        window.isFullScreen = laboratory.state.isFullScreen
      }
      for request in laboratory.takeRequests() { try fulfil(request) }
      if let outcome = pictures.takeOutcome() { laboratory.say(outcome) }
      if laboratory.state.lastSession != saved {
        saved = laboratory.state.lastSession
        lastSessionFile.save(saved)
      }
      if let failure = lastSessionFile.takeFailure() { laboratory.send(.failed(failure)) }
    }
    if window.isInterrupted { throw Failure.Interrupted() }
  }

  private func fulfil(_ request: WindowRequest) throws {
    switch request {
    case .copy(let text): laboratory.sayCopied(window.copyToClipboard(text))
    case .savePicture(let name):
      // What was said before is over.
      if let picture = try laboratory.nextPicture(at: FrameClock.now) { try window.show(picture.list) }
      pictures.save(window.image, named: name)
    }
  }

  private func drawIfDue(_ clock: inout FrameClock) throws {
    guard clock.wait() == .zero else { return }
    laboratory.advance(to: FrameClock.now)
    laboratory.receive()
    guard let picture = try laboratory.nextPicture(at: FrameClock.now) else { return }
    try window.show(picture.list)
    clock.frameDrawn()
  }

  /// The system lost what the window showed.
  private func redraw() throws {
    if let picture = laboratory.picture { try window.show(picture.list) }
  }

  /// How long to sleep: until a frame may be drawn, if one was just drawn, else until a step is due.
  private func pause(_ clock: FrameClock) -> Duration? {
    let untilFrame = clock.wait()
    if untilFrame > .zero { return untilFrame }
    return laboratory.wait(at: FrameClock.now)
  }
}
