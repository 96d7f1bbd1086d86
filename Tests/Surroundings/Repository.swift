import Foundation

/// The repository that the tests are of.
public enum Repository {
  /// The path of its top folder.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The path of a recording, one that comes with the program or one that only tests need.
  public static func recording(_ name: String) -> String {
    let shipped = "\(root)/Assets/Captures/\(name)"
    return FileManager.default.fileExists(atPath: shipped) ? shipped : "\(root)/Tests/Captures/\(name)"
  }
}
