import Canvas
import Foundation
import Surroundings
import Testing

@testable import Stage

/// Pictures and dumps kept beside the tests. To renew them after a change that is meant, run the tests
/// with `RENEW_GOLDEN=1` and look at what has changed.
@Suite("Golden pictures")
struct GoldenTests {
  static let views = ["lesson", "board", "menu", "presenting"]
  static let kept = [
    ("lesson", "dark"), ("lesson", "light"), ("lesson", "high-contrast"), ("board", "dark"),
    ("board", "light"),
    ("menu", "dark"), ("presenting", "dark"),
  ]

  private static let folder = URL(filePath: Repository.root + "/Tests/StageTests/Golden")
  private static var renews: Bool { ProcessInfo.processInfo.environment["RENEW_GOLDEN"] != nil }

  private func picture(_ view: String, _ theme: String) throws -> Stage.Picture {
    let scene =
      switch view {
      case "lesson": Samples.lesson()
      case "board": Samples.board()
      case "presenting": PresentingTests.presented(Samples.lesson())
      default: Samples.menu()
      }
    return try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme(theme), width: 1280, height: 720)
  }

  @Test("The same scene gives the same draw list as ever", arguments: views)
  func dumps(view: String) throws {
    // A board has thousands of cells; a sample of them tells as much.
    let list = try picture(view, "dark").list
    let lines = list.dump.split(separator: "\n")
    let kept = lines.count > 2000 ? lines.enumerated().filter { $0.offset % 16 == 0 }.map(\.element) : lines
    let dump = kept.joined(separator: "\n") + "\n"
    let file = Self.folder.appending(path: "\(view).txt")
    if Self.renews { try dump.write(to: file, atomically: true, encoding: .utf8) }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(golden.split(separator: "\n"), kept).first { $0 != $1 }
    #expect(dump == golden, "was \(difference?.0 ?? ""), is \(difference?.1 ?? "")")
  }

  @Test("The same scene gives the same picture as ever", arguments: kept)
  func pictures(view: String, theme: String) throws {
    let list = try picture(view, theme).list
    let surface = Surface(width: 1280, height: 720)
    surface.paint(list, glyphs: FakeGlyphs())
    let file = Self.folder.appending(path: "\(view)-\(theme).png").path
    if Self.renews { try surface.image.write(png: file) }
    let comparison = PictureComparison(surface.image, try Image(png: file), tolerance: 32)
    #expect(comparison.agrees(exceptFor: 0.0005), "\(comparison.differingPixels) pixels differ")
  }
}
