/// What `Package.swift` says of one target.
struct Target: Equatable {
  enum Kind: String, CaseIterable {
    case systemLibrary, target, executableTarget, testTarget
  }
  var kind: Kind
  var name: String
  var dependencies: [String]
  /// Its folder is among those of the tests.
  var isBesideTests = false
}

/// The targets of `Package.swift`, read from its text: asking the package manager would wait for the
/// build that runs this test.
struct Manifest {
  var targets: [Target]

  /// The targets of the product, not of its tests nor of what these share.
  var rooms: [Target] { targets.filter { $0.kind != .testTarget && !$0.isBesideTests } }

  init(_ text: String) {
    let code = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
      .joined(separator: "\n")
    guard let list = code.range(of: "\n  targets: [") else {
      targets = []
      return
    }
    var rest = code[list.upperBound...]
    targets = []
    while let (kind, body, after) = Self.nextTarget(in: rest) {
      if let name = Self.strings(in: body, after: "name:", upTo: ",)").first {
        targets.append(
          Target(
            kind: kind, name: name, dependencies: Self.dependencies(in: body),
            isBesideTests: body.contains("path: \"Tests/")))
      }
      rest = after
    }
  }

  /// The first call that makes a target, its arguments with their closing bracket, and what follows.
  private static func nextTarget(in code: Substring) -> (Target.Kind, Substring, Substring)? {
    let calls = Target.Kind.allCases.compactMap { kind in
      code.range(of: ".\(kind.rawValue)(").map { (kind, $0) }
    }
    guard let (kind, opening) = calls.min(by: { $0.1.lowerBound < $1.1.lowerBound }) else { return nil }
    var depth = 1
    var end = opening.upperBound
    while end < code.endIndex, depth > 0 {
      if code[end] == "(" { depth += 1 }
      if code[end] == ")" { depth -= 1 }
      end = code.index(after: end)
    }
    return (kind, code[opening.upperBound..<end], code[end...])
  }

  private static func dependencies(in body: Substring) -> [String] {
    var body = body
    // A product goes by its own name; the package it comes from is not imported.
    while let package = body.range(of: "package: \""),
      let quote = body[package.upperBound...].firstIndex(of: "\"")
    {
      body = body[..<package.lowerBound] + body[body.index(after: quote)...]
    }
    return strings(in: body, after: "dependencies:", upTo: "]")
  }

  /// The string literals between a label and the first of some characters.
  private static func strings(in body: Substring, after label: String, upTo ends: String) -> [String] {
    guard let start = body.range(of: label)?.upperBound else { return [] }
    let list = body[start...].prefix { !ends.contains($0) }
    return list.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
