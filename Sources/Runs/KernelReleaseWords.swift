import Simulation
import Words

extension KernelRelease {
  /// Why the rules that are taken for it are not quite its own; nil where they are.
  public func doubt(_ words: Catalogue) -> String? {
    if !isOfKnownLine {
      return words("kernel.other-line", ["release": .text(description), "line": .text(version.description)])
    }
    guard let neighbours else { return nil }
    return words(
      "kernel.between",
      [
        "release": .text(description), "older": .text(neighbours.older.description),
        "newer": .text(neighbours.newer.description), "taken": .text(version.release.description),
      ])
  }
}
