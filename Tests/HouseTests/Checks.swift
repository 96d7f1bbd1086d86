/// Checks of single files.
extension SourceFile {
  static let mostLines = 400
  static let mostLinesOfFunction = 70

  var tooLong: [Finding] {
    guard lines > Self.mostLines else { return [] }
    return [
      Finding(
        subject: name,
        message: "\(path) has \(lines) lines, more than \(Self.mostLines); split it by what it does")
    ]
  }

  /// Functions, and properties that are worked out.
  var tooLongFunctions: [Finding] {
    declarations.filter { ($0.kind.isFunction || $0.kind == .var) && $0.lines > Self.mostLinesOfFunction }.map
    {
      Finding(
        subject: "\(name) \($0.name)",
        message: """
          \(path):\($0.line): \($0.path) has \($0.lines) lines, more than \(Self.mostLinesOfFunction); \
          give its parts names of their own
          """)
    }
  }

  /// Words that make or name a thread, or what only threads need.
  var threads: [Finding] {
    guard module != "Background" else { return [] }
    let makers: Set = [
      "Thread", "DispatchQueue", "DispatchSemaphore", "DispatchSource", "DispatchGroup", "OperationQueue",
      "Task",
      "pthread_create", "sem_init",
    ]
    return tokens.filter { $0.kind == .word && makers.contains($0.text) }.map {
      Finding(
        subject: "\(name) \($0.text)",
        message:
          "\(path):\($0.line): \($0.text); threads and queues are made in module Background, use what it offers"
      )
    }
  }

  /// Types of which the compiler is told to believe that threads may share them.
  var unchecked: [Finding] {
    tokens.indices.dropFirst().dropLast().compactMap { place in
      guard tokens[place].isWord("unchecked"), tokens[place - 1].isSymbol("@"),
        tokens[place + 1].isWord("Sendable")
      else { return nil }
      let type = declarations.last {
        ($0.kind.isType || $0.kind == .extension) && $0.tokens.lowerBound < place
      }
      return Finding(
        subject: type?.name ?? name,
        message: """
          \(path):\(tokens[place].line): @unchecked Sendable; hand the value on by `sending`, or keep what is \
          shared behind a Mutex, so that the compiler can check it
          """)
    }
  }

  /// Words that go around the language's memory safety: one finding for the file.
  var pointers: [Finding] {
    let first = tokens.first { token in
      token.kind == .word
        && (["Unsafe", "unsafe", "withUnsafe"].contains(where: token.text.hasPrefix)
          || token.text == "OpaquePointer" || token.text == "Unmanaged")
    }
    return first.map {
      [
        Finding(
          subject: name,
          message:
            "\(path):\($0.line): \($0.text); keep pointers inside of a small type with tests, which is listed"
        )
      ]
    } ?? []
  }
}

/// Checks of all files together.
enum HouseChecks {
  /// A circle of a few files may be one thing in parts.
  static let mostFilesInCircle = 6

  static func circlesOfFiles(_ graph: TypeGraph) -> [Finding] {
    let module = graph.files.first?.module ?? ""
    return graph.circles.map { $0.map { graph.files[$0] } }.filter { circle in
      // The simulation's values name each other; its rules stand in order.
      module == "Simulation" ? circle.contains { $0.folder != "Terms" } : circle.count > mostFilesInCircle
    }.map { circle in
      Finding(
        subject: module,
        message: """
          Sources/\(module): \(circle.count) files name each other's types in a circle: \
          \(circle.map(\.name).joined(separator: ", ")); give the type that goes the wrong way a file of its own
          """)
    }
  }

  static func circlesOfFolders(_ graph: TypeGraph) -> [Finding] {
    let module = graph.files.first?.module ?? ""
    let folders = graph.folders
    return Circles.of(folders.named).map { circle in
      let arrows = graph.fewestArrows(inCircle: circle)
      return Finding(
        subject: module,
        message: """
          Sources/\(module): the folders \(circle.map { folders.names[$0] }.joined(separator: ", ")) name \
          each other's types in a circle: \(arrows.joined(separator: "; ")); move a type to the folder it is of
          """)
    }
  }

  /// Files of the simulation that the table of concepts doesn't have, and its dead links.
  static func concepts(in readme: String, files: [String]) -> [Finding] {
    let rows = readme.split(separator: "\n").drop { !$0.hasPrefix("| concept |") }.prefix {
      $0.hasPrefix("|")
    }
    let linked = rows.flatMap { row in
      row.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 && $0.element.hasSuffix(".swift") }.map { String($0.element) }
    }
    let missing = Set(files).subtracting(linked).sorted().map {
      Finding(
        subject: $0,
        message: "Sources/Simulation/\($0) is in no row of the concepts in Sources/README.md; add it")
    }
    let dead = Set(linked).subtracting(files).sorted().map {
      Finding(
        subject: $0,
        message: "Sources/README.md names \($0) of the simulation, which is not there; mend the row")
    }
    return missing + dead
  }

  /// Types of the top level that share their name with one of another file, and files that do.
  static func sameTypeNames(_ files: [SourceFile]) -> [Finding] {
    let types = files.flatMap { file in file.topLevel.filter(\.kind.isType).map { ($0, file) } }
    return Dictionary(grouping: types, by: \.0.name).filter { $0.value.count > 1 }.map { name, places in
      let list = places.map { "\($0.1.path):\($0.0.line)" }.joined(separator: ", ")
      return Finding(
        subject: name, message: "\(list): `\(name)` is declared twice; name one by what sets it apart")
    }
  }

  static func sameFileNames(_ files: [SourceFile]) -> [Finding] {
    Dictionary(grouping: files, by: \.name).filter { $0.value.count > 1 }.map { name, files in
      let list = files.map(\.path).joined(separator: ", ")
      return Finding(subject: name, message: "\(list): two files of one name; name each after its type")
    }
  }

  /// Declarations whose name stands nowhere but at themselves.
  static func deadDeclarations(_ files: [SourceFile]) -> [Finding] {
    var uses: [String: Int] = [:]
    for file in files {
      for token in file.tokens where token.kind == .word { uses[token.text, default: 0] += 1 }
    }
    return files.flatMap { file in
      let wholes = Set(file.declarations.filter(\.isReadAsWhole).map(\.path))
      return file.declarations.filter { one in
        uses[one.name] == 1 && one.kind != .extension && !one.modifiers.contains("main")
          && !calledByOthers.contains(one.name)
          && !((one.kind == .case || one.modifiers.contains("static"))
            && wholes.contains(one.scope.joined(separator: ".")))
      }.map { one in
        Finding(
          subject: one.path,
          message: """
            \(file.path):\(one.line): nothing in Sources uses \(one.kind) \(one.path); delete it with its tests, \
            or use it
            """)
      }
    }
  }

  /// What the language and the libraries call by these names.
  private static let calledByOthers: Set = [
    "callAsFunction", "allValueStrings", "defaultValueDescription",
  ]

  /// Imports of a module of which nothing is named.
  static func idleImports(_ files: [SourceFile]) -> [Finding] {
    let names = Dictionary(grouping: files, by: \.module).mapValues(namesOffered)
    return files.flatMap { file in
      let words = Set(file.tokens.filter { $0.kind == .word }.map(\.text))
      return file.imports.filter { names[$0]?.isDisjoint(with: words) == true }.map { module in
        Finding(
          subject: "\(file.name) \(module)",
          message: "\(file.path): names nothing of \(module); remove the import")
      }
    }
  }

  /// What a module declares at its top level, and what it adds to types of others.
  private static func namesOffered(by files: [SourceFile]) -> Set<String> {
    let own = Set(files.flatMap(\.topLevel).map(\.name))
    let added = files.flatMap(\.declarations).filter { one in
      !one.isLocal && one.scope.first.map { !own.contains($0) } == true
    }
    return own.union(added.map(\.name))
  }
}

extension Declaration {
  /// A type of which a value may be read without its name: from a text or a number, or as one of all.
  fileprivate var isReadAsWhole: Bool {
    kind == .enum && !inherited.isEmpty || inherited.contains("OptionSet")
  }
}
