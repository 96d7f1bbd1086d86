import Foundation

/// The person's folders, as the XDG Base Directory specification places them.
public struct UserFolders: Sendable {
  /// What the program remembers by itself.
  public let state: String
  /// What the person has set.
  public let config: String
  /// What the person has made.
  public let data: String
  /// Where pictures go.
  public let pictures: String

  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    func folder(_ variable: String, _ usual: String) -> String {
      // The specification has relative paths ignored.
      let named = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (named ?? "\(home)/\(usual)") + "/compaction-lab"
    }
    state = folder("XDG_STATE_HOME", ".local/state")
    config = folder("XDG_CONFIG_HOME", ".config")
    data = folder("XDG_DATA_HOME", ".local/share")
    let named = environment["XDG_PICTURES_DIR"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let desktops = (config as NSString).deletingLastPathComponent + "/user-dirs.dirs"
    pictures = named ?? Self.pictures(in: desktops, home: home) ?? "\(home)/Pictures"
  }

  /// What the desktop's file of folders says: `XDG_PICTURES_DIR="$HOME/Pictures"`.
  private static func pictures(in file: String, home: String) -> String? {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
    let values = text.split(separator: "\n").compactMap {
      $0.wholeMatch(of: /XDG_PICTURES_DIR="(.+)"/)?.output.1
    }
    let path = values.last.map(String.init)?.replacing("$HOME", with: home)
    return path.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
