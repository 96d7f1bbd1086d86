import ArgumentParser
import Lessons
import Runs

struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lesson", abstract: "Open a lesson.")

  @Argument(help: "Its number, its name, or the path of its file; without it, the menu opens.")
  var id: String?
  @Option(help: ArgumentHelp("Go to this stop, counted from 1.", valueName: "number"))
  var stop: Int?
  @OptionGroup var common: CommonOptions
  @OptionGroup var window: WindowOptions

  func validate() throws {
    if let stop, stop < 1 { throw ValidationError("--stop counts from 1") }
    if stop != nil, id == nil { throw ValidationError("--stop needs the lesson it is a stop of") }
  }

  func run() throws {
    let recipe = try id.map { try common.loadContent().folder.recipe(for: .lesson($0)) }
    if let stop, let lesson = recipe?.lesson, stop > lesson.stops.count {
      throw ValidationError(
        "lesson `\(lesson.id)` has \(lesson.stops.count) stops; --stop \(stop) is none of them")
    }
    try MainActor.assumeIsolated {
      try LabWindow(common, window).run { laboratory in
        guard let recipe else { return laboratory.openMenu() }
        laboratory.open(recipe)
        if let stop {
          laboratory.waitForRecording()
          laboratory.send(.learning(.pickedStop(stop)))
        }
      }
    }
  }
}
