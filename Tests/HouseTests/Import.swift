import Surroundings

/// One import of one source file.
struct Import: CustomStringConvertible {
  var file: String
  /// The target's folder under `Sources`.
  var room: String
  var module: String
  var description: String { "\(file) imports \(module)" }

  static func all() throws -> [Import] {
    try Repository.files(under: "Sources").filter { $0.hasSuffix(".swift") }.flatMap { file in
      let room = String(file.split(separator: "/")[1])
      return try modules(in: Repository.text(of: file)).map { Import(file: file, room: room, module: $0) }
    }
  }

  /// The modules that lines of code import, attributes and access levels aside.
  static func modules(in code: String) -> [String] {
    code.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
        words[..<keyword].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains(String($0)) })
      else { return nil }
      let rest = words[(keyword + 1)...].filter { !kinds.contains(String($0)) }
      return rest.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }
  }

  private static let accessLevels = ["public", "package", "internal", "fileprivate", "private"]
  private static let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
}
