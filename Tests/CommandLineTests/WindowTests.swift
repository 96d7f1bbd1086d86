import Canvas
import Foundation
import Surroundings
import Testing

/// From the key on the keyboard to the pixel on the screen.
@Suite(
  "The program in a real window", .serialized,
  .enabled(
    if: PrivateDisplay.missing("import", "openbox").isEmpty,
    "install xvfb, xdotool, imagemagick and openbox to run these tests"))
struct WindowTests {
  /// The number of the step that a line of narration begins with.
  private func step(_ line: String) throws -> Int {
    let words = line.split(separator: " ")
    try #require(words.first == "step", "\(line)")
    return try #require(Int(words[1].filter(\.isNumber)), "\(line)")
  }

  /// The number of steps that a line of narration speaks of.
  private func steps(_ line: String) throws -> Int {
    let words = line.split(separator: " ")
    return try #require(Int(words[3].filter(\.isNumber)), "\(line)")
  }

  @Test("Keys and mouse step a lesson forward and back, and every step is said")
  func stepsLesson() throws {
    let program = try RunningProgram("lesson", "4", on: PrivateDisplay())
    #expect(try step(program.nextLine()) == 0)
    #expect(try step(program.press("Right")) == 1)
    #expect(try step(program.press("Right")) == 2)
    let third = try program.press("Right")
    #expect(try step(third) == 3)
    let last = try steps(third)
    #expect(try step(program.press("Left")) == 2)
    #expect(try program.press("period") == third)
    let pageblock = try step(program.press("shift+Right"))
    #expect(pageblock > 3)
    #expect(try step(program.press("shift+Left")) < pageblock)
    #expect(try step(program.press("End")) == last)
    #expect(try step(program.press("Home")) == 0)
    #expect(try program.press("Next").contains("One climbs and collects."))
    #expect(try step(program.press("ctrl+Right")) > 4)
    // The middle of the timeline.
    let middle = try step(program.click(x: 450, y: 682))
    #expect(middle > last / 3 && middle < last * 2 / 3)
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("Space plays the run by itself until it is pressed again")
  func plays() throws {
    let program = try RunningProgram("sandbox", "--scenario", "two-scanners", on: PrivateDisplay())
    _ = try program.nextLine()
    let first = try step(program.press("space"))
    let second = try step(program.nextLine())
    #expect(second > first)
    #expect(try step(program.nextLine()) > second)
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("What is on the screen changes with a step, and comes back with the step back")
  func pixels() throws {
    let program = try RunningProgram("lesson", "4", on: PrivateDisplay())
    _ = try program.nextLine()
    _ = try program.press("Next")
    let before = try program.settledScreenshot()
    _ = try program.press("Next")
    _ = try program.settledScreenshot(otherThan: before)
    _ = try program.press("Prior")
    #expect(try program.comesBack(to: before))
    try program.resize(width: 1600, height: 900)
    #expect(lit(try program.settledScreenshot(otherThan: before)) > lit(before))
    let ending = try program.quit()
    #expect(ending == .done)
  }

  /// Shared memory as on any desktop, and the ways that go through a texture.
  @Test(
    "A window that is resized and minimised while a run plays shows the same picture afterwards",
    arguments: ["0", "software", "opengl"])
  func disturbed(acceleration: String) throws {
    let program = try RunningProgram(
      "sandbox", "--scenario", "two-scanners", on: PrivateDisplay(managed: true),
      environment: ["SDL_FRAMEBUFFER_ACCELERATION": acceleration])
    _ = try program.nextLine()
    try program.moveToCorner()
    let before = try program.settledScreenshot()
    _ = try program.press("space")
    for (width, height) in [(1500, 900), (1024, 640), (1900, 1000), (1280, 720)] {
      try program.resize(width: width, height: height)
      _ = try program.nextLine()
    }
    try program.minimise()
    _ = try program.nextLine()
    try program.restore()
    _ = try program.nextLine()
    try program.pressSilently("space")
    while try step(program.press("Home")) != 0 {}
    try program.moveToCorner()
    #expect(try program.comesBack(to: before))
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("The window fills the screen and is as before when that ends")
  func fullScreen() throws {
    let program = try RunningProgram("lesson", "4", on: PrivateDisplay(managed: true))
    _ = try program.nextLine()
    let before = try program.settledScreenshot()
    try program.pressSilently("F11")
    #expect(lit(try program.settledScreenshot(otherThan: before)) > lit(before))
    try program.pressSilently("F11")
    #expect(try program.comesBack(to: before))
    let ending = try program.quit()
    #expect(ending == .done)
  }

  /// How many pixels are not black.
  private func lit(_ image: Image) -> Int { image.pixels.count { $0 & 0xFF_FFFF != 0 } }

  @Test("F12 saves what is shown beside the pictures that are there, and Ctrl+C copies what is said")
  func sharing() throws {
    let display = try PrivateDisplay()
    let program = try RunningProgram("sandbox", "--scenario", "two-scanners", on: display)
    _ = try program.nextLine()
    _ = try program.press("Right")
    let first = try program.press("F12")
    let path = program.home.file("pictures/compaction-lab-two-scanners-step-1.png")
    #expect(first.contains(path))
    let picture = try Image(png: path)
    #expect(Set(picture.pixels).count > 50)
    let second = try program.press("F12")
    #expect(second.contains(path.replacing("step-1", with: "step-1-2")))
    #expect(try Image(png: path).pixels == picture.pixels)
    #expect(try program.press("ctrl+c").contains("Copied"))
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("The way to a stop is played as long as it should be; the same key again ends it at the stop")
  func way() throws {
    let program = try RunningProgram("lesson", "4", on: PrivateDisplay())
    _ = try program.nextLine()
    let clock = ContinuousClock()
    var said = ""
    let played = try clock.measure { said = try program.press("Next") }
    #expect(said.contains("One climbs and collects."))
    #expect(played > .milliseconds(600))
    _ = try program.press("End")
    try program.pressSilently("Prior")
    let ended = try clock.measure { said = try program.press("Next") }
    #expect(said.contains("They meet."))
    #expect(ended < .milliseconds(600))
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("A name is typed with letters that are keys elsewhere, and the file has it")
  func naming() throws {
    let program = try RunningProgram("sandbox", "--scenario", "two-scanners", on: PrivateDisplay())
    _ = try program.nextLine()
    try program.pressSilently("ctrl+s")
    for key in ["f", "e", "l", "space", "m", "v", "1", "slash"] { try program.pressSilently(key) }
    let said = try program.press("Return")
    #expect(said.contains("fel-mv1.yaml"), "\(said)")
    #expect(try step(program.press("Right")) == 1)
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("The person's own keys do what their file says; what is wrong in the file is said at the start")
  func ownKeys() throws {
    let display = try PrivateDisplay()
    let program = try RunningProgram(
      "sandbox", "--scenario", "two-scanners", on: display, keys: "run: {step: [n, Right], events: F9}")
    _ = try program.nextLine()
    #expect(try step(program.press("n")) == 1)
    #expect(try step(program.press("Right")) == 2)
    let ending = try program.quit()
    #expect(ending == .done)
    let wrong = try RunningProgram(
      "sandbox", "--scenario", "two-scanners", on: PrivateDisplay(), keys: "run:\n  stepp: n\n")
    let said = try [wrong.nextLine(), wrong.nextLine()]
    #expect(said.contains { $0.contains("keys.yaml:2:3:") })
    #expect(try step(wrong.press("Right")) == 1)
    let complaint = try wrong.quit()
    #expect(complaint.status == 0 && complaint.errors.contains("warning"))
  }

  @Test("Ctrl-C in the terminal ends it with status 130, also in the middle of a motion")
  func interrupted() throws {
    let program = try RunningProgram("lesson", "4", on: PrivateDisplay())
    _ = try program.nextLine()
    _ = try program.press("space")
    #expect(program.interrupt().status == 130)
  }

  @Test("A board can be stepped while it is still recorded, and closed at any time")
  func board() throws {
    let program = try RunningProgram("sandbox", "--board", "rock-5b-plus-4g", on: PrivateDisplay())
    _ = try program.nextLine()
    let said = try program.press("Right")
    #expect(try step(said) == 1, "\(said)")
    #expect(try step(program.press("shift+Right")) > 1)
    let ending = try program.quit()
    #expect(ending == .done)
  }
}
