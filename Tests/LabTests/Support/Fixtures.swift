import Lab
import Runs
import Surroundings

/// The program without a window, on the content of this repository.
enum Fixtures {
  static func content() throws -> Content { try Content(root: Repository.root) }

  /// A laboratory that shows the menu.
  static func laboratory(narrate: ((String) -> Void)? = nil) throws -> Laboratory {
    let laboratory = Laboratory(content: try content(), glyphs: BlockGlyphs(), narrate: narrate, wake: {})
    laboratory.openMenu()
    return laboratory
  }

  /// A laboratory with a run that has been recorded to its end.
  static func laboratory(
    opening target: RunTarget, narrate: ((String) -> Void)? = nil
  ) throws -> Laboratory {
    let laboratory = try laboratory(narrate: narrate)
    laboratory.open(try laboratory.content.folder.recipe(for: target))
    laboratory.waitForRecording()
    return laboratory
  }
}
