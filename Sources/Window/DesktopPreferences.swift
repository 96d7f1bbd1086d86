import Foundation

/// What the person chose for all programs, as far as the desktop keeps it in files: GTK's settings (most
/// desktops write them) and KDE's.
public struct DesktopPreferences: Sendable {
  private let folder: URL

  /// `folder` holds the settings of the person's programs, usually ~/.config.
  public init(folder: URL = Self.userFolder) { self.folder = folder }

  /// Where the XDG base directory specification puts settings.
  public static var userFolder: URL {
    if let path = ProcessInfo.processInfo.environment["XDG_CONFIG_HOME"], path.hasPrefix("/") {
      return URL(fileURLWithPath: path)
    }
    return FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".config")
  }

  /// The person does not want things to move; nil if no file says anything about it.
  public var reducedMotion: Bool? {
    for file in ["gtk-4.0/settings.ini", "gtk-3.0/settings.ini"] {
      guard let value = value(of: "gtk-enable-animations", in: file)?.lowercased() else { continue }
      return value == "0" || value == "false"
    }
    guard let factor = value(of: "AnimationDurationFactor", in: "kdeglobals").flatMap(Double.init) else {
      return nil
    }
    return factor == 0
  }

  /// The value after `key=` in a file of such lines.
  private func value(of key: String, in file: String) -> String? {
    guard let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8) else {
      return nil
    }
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      if parts.count == 2 && parts[0] == key { return parts[1] }
    }
    return nil
  }
}
