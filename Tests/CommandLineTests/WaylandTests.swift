import Canvas
import Foundation
import Surroundings
import Testing

/// The other way to the screen, through a compositor.
@Suite(
  "The program in a real window on Wayland", .serialized,
  .enabled(
    if: WaylandCompositor.missing.isEmpty,
    "install weston, xvfb, xdotool, imagemagick and openbox to run these tests"))
struct WaylandTests {
  @Test("Keys step a lesson forward and back, and the picture comes back with the step")
  func steps() throws {
    let program = try RunningProgram("lesson", "4", on: WaylandCompositor())
    #expect(try program.nextLine().hasPrefix("step 0"))
    _ = try program.settledScreenshot()
    // What answers to keys has been given its frame.
    _ = try program.press("Right")
    _ = try program.press("Left")
    let before = try program.settledScreenshot()
    #expect(try program.press("Right").hasPrefix("step 1 "))
    _ = try program.settledScreenshot(otherThan: before)
    #expect(try program.press("Left").hasPrefix("step 0 "))
    #expect(try program.comesBack(to: before))
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("The window fills the screen at once and as a whole, and is as before when that ends")
  func fullScreen() throws {
    let program = try RunningProgram("lesson", "4", on: WaylandCompositor())
    _ = try program.nextLine()
    let window = try program.settledScreenshot()
    try program.pressSilently("F11")
    let full = try program.settledScreenshot(otherThan: window)
    _ = try program.press("Right")
    _ = try program.press("Left")
    #expect(try program.comesBack(to: full))
    try program.pressSilently("F11")
    #expect(try program.comesBack(to: window))
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("Shift+F5 presents on the other one of two screens, which it fills, and again on the one before")
  func otherScreen() throws {
    let compositor = try WaylandCompositor(screens: 2)
    let program = try RunningProgram("lesson", "4", on: compositor)
    _ = try program.nextLine()
    let window = try program.settledScreenshot()
    let home = compositor.columns.map { window.litShare(in: $0) > 0.3 }
    #expect(home.count { $0 } == 1)
    try program.pressSilently("shift+F5")
    let presented = try program.settledScreenshot(otherThan: window)
    #expect(compositor.columns.map { presented.litShare(in: $0) > 0.8 } == home.map { !$0 })
    try program.pressSilently("shift+F5")
    let again = try program.settledScreenshot(otherThan: presented)
    #expect(compositor.columns.map { again.litShare(in: $0) > 0.8 } == home)
    let ending = try program.quit()
    #expect(ending == .done)
  }

  @Test("A run that plays is interrupted with status 130")
  func interrupted() throws {
    let program = try RunningProgram("sandbox", "--scenario", "two-scanners", on: WaylandCompositor())
    _ = try program.nextLine()
    _ = try program.settledScreenshot()
    let first = try program.press("space")
    #expect(try program.nextLine() != first)
    #expect(program.interrupt().status == 130)
  }
}

extension Image {
  /// How much of some columns is not black, as the ground of a screen is: 0 to 1.
  fileprivate func litShare(in columns: Range<Int>) -> Double {
    let lit = (0..<height).reduce(0) { lit, y in
      lit + columns.count { pixels[y * width + $0] & 0xFF_FFFF != 0 }
    }
    return Double(lit) / Double(columns.count * height)
  }
}
