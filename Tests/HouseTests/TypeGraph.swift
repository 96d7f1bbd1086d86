/// Which file of a module names a type that another one declares.
struct TypeGraph {
  let files: [SourceFile]
  /// For each file those that it names, by their index.
  private(set) var named: [Set<Int>]

  init(_ files: [SourceFile]) {
    self.files = files
    var home: [String: Int] = [:]
    for (index, file) in files.enumerated() {
      for type in file.declarations where type.kind.isType && !type.isLocal { home[type.path] = index }
    }
    named = files.indices.map { index in
      var found = Self.homes(namedIn: files[index], home: home)
      found.remove(index)
      return found
    }
  }

  private static func homes(namedIn file: SourceFile, home: [String: Int]) -> Set<Int> {
    var found: Set<Int> = []
    // What a file declares itself is meant even if another one has a type of that name, as generic
    // parameters are.
    let own = Set(file.declarations.filter { $0.kind.isType || $0.kind == .associatedtype }.map(\.name))
    for (place, token) in file.tokens.enumerated() where token.kind == .word {
      if place > 0, file.tokens[place - 1].isSymbol(".") { continue }
      guard var path = resolve(token.text, in: file.scopes[file.scopeOfToken[place]], home: home) else {
        continue
      }
      if path == token.text, own.contains(path) { continue }
      if let index = home[path] { found.insert(index) }
      var next = place + 1
      while next + 1 < file.tokens.count, file.tokens[next].isSymbol(".") {
        path += "." + file.tokens[next + 1].text
        guard let index = home[path] else { break }
        found.insert(index)
        next += 2
      }
    }
    return found
  }

  /// The path of the type that a name means inside of some types: the innermost that has it.
  private static func resolve(_ name: String, in scope: [String], home: [String: Int]) -> String? {
    for depth in stride(from: scope.count, through: 0, by: -1) {
      let path = (scope.prefix(depth) + [name]).joined(separator: ".")
      if home[path] != nil { return path }
    }
    return nil
  }

  /// Groups of files that name each other in a circle, the largest first.
  var circles: [[Int]] { Circles.of(named) }

  /// The same graph with each folder one node. A file beside the folders is none.
  var folders: (names: [String], named: [Set<Int>]) {
    let names = Set(files.compactMap(\.folder)).sorted()
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var edges = [Set<Int>](repeating: [], count: names.count)
    for (from, file) in files.enumerated() {
      guard let folder = file.folder.flatMap({ index[$0] }) else { continue }
      for to in named[from] {
        if let other = files[to].folder.flatMap({ index[$0] }), other != folder {
          edges[folder].insert(other)
        }
      }
    }
    return (names, edges)
  }

  /// Some arrows between files, each as `A.swift → B.swift`, without which the folders of a circle would
  /// stand in order: of the thinnest connections as many as it takes.
  func fewestArrows(inCircle circle: [Int]) -> [String] {
    let (names, edges) = folders
    var left = edges
    let connections = circle.flatMap { from in
      edges[from].filter(circle.contains).map { (from, $0, arrows(from: names[from], to: names[$0])) }
    }.sorted { ($0.2.count, $0.0, $0.1) < ($1.2.count, $1.0, $1.1) }
    var chosen: [String] = []
    for (from, to, arrows) in connections
    where Circles.of(left).contains(where: { $0.contains(from) && $0.contains(to) }) {
      left[from].remove(to)
      chosen += arrows
    }
    return chosen
  }

  private func arrows(from start: String, to end: String) -> [String] {
    files.indices.filter { files[$0].folder == start }.flatMap { from in
      named[from].sorted().filter { files[$0].folder == end }.map {
        "\(files[from].name) → \(files[$0].name)"
      }
    }
  }
}
