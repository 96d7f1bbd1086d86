import ArgumentParser
import Canvas
import Documents
import Foundation
import Lab
import Runs
import Scenarios
import Typography
import UserFiles

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render", abstract: "Draw one step of a run into a PNG file; needs no display.")

  @Argument(help: "A scenario or board: the path of a file, or the name of one that comes with the program.")
  var scenario: String?
  @Option(
    help: ArgumentHelp("A recording of a real kernel, in place of a scenario.", valueName: "folder"))
  var capture: String?
  @Option(help: "The step to show, counted from 1; 0 is before the first.")
  var step = 0
  @Option(help: "Pixels, as 1920x1080.")
  var size = PictureSize(width: 1920, height: 1080)
  @Option(help: "Colours: \(ThemeName.allCases.map(\.rawValue).joined(separator: ", ")).")
  var theme = ThemeName.dark
  @Option(help: ArgumentHelp("Size of texts, 100 to 200, or to 300 with --present.", valueName: "percent"))
  var textSize = 100
  @Option(help: "How close to look: 0 for all of it, 1, or 2 for the closest, where the migrate scanner is.")
  var zoom = 0
  @Flag(help: "As while presenting.")
  var present = false
  @Flag(help: "The scenario is a lesson.")
  var lesson = false
  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var out: String
  @OptionGroup var aging: AgingOption
  @OptionGroup var kernel: KernelOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (scenario == nil) != (capture == nil) else {
      throw ValidationError("give either a scenario or --capture")
    }
    if aging.recipe != nil, capture != nil || lesson {
      throw ValidationError("--recipe ages a board; give it with one")
    }
    guard step >= 0 else { throw ValidationError("--step counts from 1; 0 is before the first step") }
    guard (0...2).contains(zoom) else { throw ValidationError("--zoom goes from 0 to 2") }
    let most = present ? 300 : 200
    guard (100...most).contains(textSize) else {
      throw ValidationError("--text-size goes from 100 to \(most)")
    }
  }

  func run() throws {
    try refuseToReplace()
    let content = try common.loadContent()
    let recipe = try recipe(content)
    kernel.warn(about: recipe, content.words)
    let glyphs = try SDLGlyphSource(book: FontBook())
    let laboratory = Laboratory(content: content, glyphs: glyphs, kernel: kernel.kernel, wake: {})
    laboratory.open(recipe)
    Progress.say(content.words("report.simulating")) { laboratory.waitForRecording() }
    guard let steps = laboratory.state.run?.steps, step <= steps else {
      throw ValidationError(
        "this run has \(laboratory.state.run?.steps ?? 0) steps; --step \(step) is behind its end")
    }
    laboratory.send(.stepping(.pickedStep(step)))
    laboratory.send(.viewing(.resized(width: size.width, height: size.height)))
    laboratory.send(.viewing(.choseTheme(theme)))
    for _ in 0..<zoom { laboratory.send(.zooming(.closer)) }
    if present { laboratory.send(.presenting(.toggled)) }
    laboratory.send(.viewing(.choseTextSize(textSize)))
    guard let picture = try laboratory.nextPicture() else { return }
    let surface = Surface(width: size.width, height: size.height)
    surface.paint(picture.list, glyphs: glyphs)
    try write(surface.image)
  }

  /// Writes the picture beside what is there, which stays until it is whole; what is no file is written to.
  private func write(_ image: Image) throws {
    if isNoFile { return try image.write(png: out) }
    do throws(FileDraft.Failure) {
      try FileDraft.make(out) { (path: String) throws(FileDraft.Failure) in
        do throws(PNGError) { try image.write(png: path) } catch {
          throw FileDraft.Failure(reason: error.reason)
        }
      }
    } catch {
      throw PNGError(file: out, reason: error.reason)
    }
  }

  /// A device or a pipe.
  private var isNoFile: Bool {
    var status = stat()
    return stat(out, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// What is there is to be a picture, too: it may be the scenario.
  private func refuseToReplace() throws {
    let folder = URL(fileURLWithPath: out).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw PNGError(file: out, reason: "there is no folder \(folder)")
    }
    guard !isNoFile, let file = FileHandle(forReadingAtPath: out),
      let begin = try? file.read(upToCount: 8), !begin.isEmpty
    else { return }
    guard begin == Data([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) else {
      throw ValidationError("\(out) is no picture, and would be lost; give --out another name")
    }
  }

  private func recipe(_ content: Content) throws -> RunRecipe {
    if let capture { return try RunRecipe(capture: capture, version: kernel.version, words: content.words) }
    let name = scenario ?? ""
    let target: RunTarget = lesson ? .lesson(name) : .source(name, recipe: aging.recipe)
    return try content.folder.recipe(for: target, version: kernel.version)
  }
}

/// Pixels of a picture, as it is written on the command line.
struct PictureSize: ExpressibleByArgument {
  var width: Int
  var height: Int

  init(width: Int, height: Int) { (self.width, self.height) = (width, height) }

  /// From 640x400 to 7680x4320.
  init?(argument: String) {
    let parts = argument.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], (640...7680).contains(width),
      (400...4320).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}

extension ThemeName: ExpressibleByArgument {}
