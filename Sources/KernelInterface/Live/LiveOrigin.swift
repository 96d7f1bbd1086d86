import Foundation

/// Where live readings come from.
public enum LiveOrigin: Hashable, Sendable {
  /// A file of this machine's, or a copy of one.
  case file(String)
  /// What a command of the shell prints, such as `ssh board cat /proc/buddyinfo` or `curl` of a metrics page.
  case command(String)

  /// `command:LINE`, or a path; a folder holds copies under their names in /proc, a file may be called anything.
  public init(argument: String, file name: String = "buddyinfo") {
    var isFolder: ObjCBool = false
    if argument.hasPrefix("command:") {
      self = .command(String(argument.dropFirst("command:".count)))
    } else if argument.split(separator: "/").last == Substring(name)
      || FileManager.default.fileExists(atPath: argument, isDirectory: &isFolder) && !isFolder.boolValue
    {
      self = .file(argument)
    } else {
      self = .file(argument.hasSuffix("/") ? argument + name : "\(argument)/\(name)")
    }
  }

  /// The path or the command, to be shown.
  public var name: String {
    switch self {
    case .file(let path): path
    case .command(let line): line
    }
  }
}
