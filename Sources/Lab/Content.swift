import Documents
import Stage
import Words

/// What comes with the program: words, themes, boards, scenarios and lessons. Each is read when it is
/// asked for.
public struct Content: Sendable {
  public let folder: ContentFolder
  public let words: Catalogue

  /// - Parameter root: the folder that holds `Assets` and `Lessons`.
  public init(root: String) throws(DocumentError) {
    folder = ContentFolder(path: root)
    words = try Catalogue(Document.read(path: root + "/Assets/Strings/en.yaml"))
  }

  /// The content that the locator finds.
  public init(_ locator: ContentLocator) throws {
    try self.init(root: locator.locate())
  }

  public func theme(_ name: ThemeName) throws(DocumentError) -> Theme {
    let file = try Document.read(path: "\(folder.path)/Assets/Themes/\(name.rawValue).yaml").openMapping()
    var colours: [String: String] = [:]
    for (key, value, _) in file.entries { colours[key] = try value.string() }
    do throws(ThemeError) {
      return try Theme(name: name.rawValue, colours: colours)
    } catch {
      throw file.error(at: error.key, "\(error)", error.remedy)
    }
  }
}
