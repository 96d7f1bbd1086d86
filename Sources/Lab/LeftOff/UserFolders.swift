import Foundation

/// The person's folders, as the XDG Base Directory specification places them.
public struct UserFolders: Sendable {
  /// What the program remembers by itself.
  public let state: String
  /// What the person has set.
  public let config: String

  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    let home = environment["HOME"] ?? NSHomeDirectory()
    func folder(_ variable: String, _ usual: String) -> String {
      // The specification has relative paths ignored.
      let named = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil }
      return (named ?? "\(home)/\(usual)") + "/compaction-lab"
    }
    state = folder("XDG_STATE_HOME", ".local/state")
    config = folder("XDG_CONFIG_HOME", ".config")
  }
}
