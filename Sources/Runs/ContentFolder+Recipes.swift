import Captures
import Documents
import Foundation
import KernelInterface
import Lessons
import Scenarios
import Simulation

/// What runs can be made of.
extension ContentFolder {
  /// What a lesson, a board, a scenario or a recording named so is made of.
  /// - Parameter version: the kernel to follow, if not the one that the lesson or the source names.
  public func recipe(for target: RunTarget, version: KernelVersion? = nil) throws -> RunRecipe {
    switch target {
    case .source(let name, nil):
      return try RunRecipe(target: target, source: source(named: name), version: version)
    case .source(let name, let recipe?):
      return try RunRecipe(target: target, source: board(named: name, agedBy: recipe), version: version)
    case .lesson(let name):
      let lesson = try lesson(named: name)
      // However it is called for, it is the same lesson.
      let target = Self.isPath(name) ? target : .lesson(lesson.id)
      return try RunRecipe(target: target, source: source(of: lesson), version: version, lesson: lesson)
    case .capture(let folder):
      let machine = try CapturedMachine(Capture(folder: folder))
      return RunRecipe(target: target, source: machine, version: version)
    }
  }

  private func source(of lesson: Lesson) throws -> any RunSource {
    switch lesson.subject {
    case .scenario(let name): try scenario(named: name)
    case .board(let name): try board(named: name)
    }
  }

  /// What a target is called; nil where there is no such thing, or it can't be read.
  public func title(of target: RunTarget) -> String? {
    switch target {
    // Reading all of a recording, or of a file of one's own, takes a while.
    case .capture(let folder):
      FileManager.default.fileExists(atPath: folder + "/info.txt") ? folder.lastPathComponent : nil
    case .source(let path, _) where Self.isPath(path), .lesson(let path) where !target.isOurs:
      Document.title(ofFile: path)
    case .lesson, .source: try? recipe(for: target).title
    }
  }
}

extension String {
  fileprivate var lastPathComponent: String { URL(fileURLWithPath: self).lastPathComponent }
}
