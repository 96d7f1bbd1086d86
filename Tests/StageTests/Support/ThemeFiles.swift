import Foundation
import Stage
import Surroundings

/// The themes that the program ships, read from `Assets/Themes`.
enum ThemeFiles {
  static let names = ["dark", "light", "high-contrast"]

  static func theme(_ name: String) throws -> Theme {
    try Theme(name: name, colours: colours(name))
  }

  /// Keys and values of a theme's file, which is one flat map.
  static func colours(_ name: String) throws -> [String: String] {
    let file = "\(Repository.root)/Assets/Themes/\(name).yaml"
    var colours: [String: String] = [:]
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let halves = line.split(separator: ":", maxSplits: 1)
      colours[String(halves[0])] = halves[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
    }
    return colours
  }
}
