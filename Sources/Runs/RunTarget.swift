import Documents
import Lessons

/// What a run is made from, by the name under which it is opened again.
public enum RunTarget: Hashable, Sendable {
  /// A lesson by its name.
  case lesson(String)
  /// A board or scenario by its name; a board perhaps aged by another recipe than its own, by that one's name.
  case source(String, recipe: String? = nil)
  /// A recording of a real kernel, by the path of its folder.
  case capture(String)
}

extension RunTarget {
  /// Whether it comes with the program, and is small.
  public var isOurs: Bool {
    switch self {
    case .lesson(let name): !ContentFolder.isLessonPath(name)
    case .source(let name, let recipe):
      !ContentFolder.isPath(name) && recipe.map(ContentFolder.isPath) != true
    case .capture: false
    }
  }

  /// What it is called before it is read.
  public var name: String {
    switch self {
    case .lesson(let name), .source(let name, _), .capture(let name):
      String(name.split(separator: "/").last ?? "")
    }
  }
}
