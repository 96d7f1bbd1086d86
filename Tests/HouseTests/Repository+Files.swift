import Foundation
import Surroundings

/// The repository's files, as they stand on disk.
extension Repository {
  /// What building and git leave behind, which is not the repository's.
  static func isLeftBehind(_ name: String) -> Bool {
    name == ".git" || name == ".swiftpm" || name == "Package.resolved" || name.hasPrefix(".build")
  }

  static func text(of path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  /// Paths from the root of all files under a folder, sorted.
  static func files(under folder: String = "") -> [String] {
    let start = folder.isEmpty ? root : root + "/" + folder
    guard let entries = FileManager.default.enumerator(atPath: start) else { return [] }
    var paths: [String] = []
    while let entry = entries.nextObject() as? String {
      if isLeftBehind((entry as NSString).lastPathComponent) {
        entries.skipDescendants()
      } else if entries.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
        paths.append(folder.isEmpty ? entry : folder + "/" + entry)
      }
    }
    return paths.sorted()
  }
}
