import Lessons
import Scenarios
import Simulation

extension Library {
  /// What a lesson or a board, scenario or file named so is made of.
  /// - Parameter version: the kernel to follow, if not the one that the lesson or the source names.
  public func recipe(for target: RunTarget, version: KernelVersion? = nil) throws -> RunRecipe {
    switch target {
    case .source(let name):
      return try RunRecipe(target: target, source: source(named: name), version: version)
    case .lesson(let name):
      let lesson = try lesson(named: name)
      return try RunRecipe(target: target, source: source(of: lesson), version: version, lesson: lesson)
    }
  }
}
