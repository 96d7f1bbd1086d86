import Foundation
import Surroundings
import Testing
import Window

@Suite("The frame clock")
struct FrameClockTests {
  @Test("Frames are due at even intervals, and lateness is not caught up with")
  func beat() {
    var clock = FrameClock(framesPerSecond: 50)
    let start = FrameClock.now
    #expect(clock.wait(at: start + .milliseconds(1)) == .zero)
    clock.frameDrawn(at: start + .milliseconds(1))
    #expect(
      clock.wait(at: start + .milliseconds(1)) > .milliseconds(15)
        && clock.wait(at: start + .milliseconds(1)) <= .milliseconds(20))
    #expect(clock.wait(at: start + .milliseconds(30)) == .zero)
    clock.frameDrawn(at: start + .milliseconds(500))
    #expect(clock.wait(at: start + .milliseconds(500)) == .zero)
  }

  @Test("Time never goes back")
  func monotonic() {
    let times = (0..<1000).map { _ in FrameClock.now }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
  }
}

@Suite("What the desktop says")
struct DesktopPreferencesTests {
  func preferences(_ file: String, _ text: String) throws -> Bool? {
    let folder = try TemporaryFolder()
    try folder.write(file, text)
    return DesktopPreferences(folder: URL(fileURLWithPath: folder.path)).reducedMotion
  }

  @Test("Animations switched off in GTK's or KDE's settings mean reduced motion")
  func reducedMotion() throws {
    #expect(try preferences("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n") == true)
    #expect(try preferences("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations = true\n") == false)
    #expect(try preferences("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n") == true)
    #expect(try preferences("kdeglobals", "[KDE]\nAnimationDurationFactor=1\n") == false)
  }

  @Test("Where nothing is said, nothing is known")
  func unknown() throws {
    #expect(try preferences("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=Dark\n") == nil)
    #expect(try preferences("other", "") == nil)
  }
}
