import Foundation
import KernelInterface

/// The recordings kept in the project.
enum Recordings {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func folder(_ name: String) -> String {
    let shipped = root.appending(path: "Assets/Captures/\(name)")
    let kept = root.appending(path: "Tests/Captures/\(name)")
    return (FileManager.default.fileExists(atPath: shipped.path) ? shipped : kept).path
  }

  static func open(_ name: String) throws -> Capture { try Capture(folder: folder(name)) }
}
