import Testing

@Suite("The guards of the house")
struct CheckTests {
  private func file(_ path: String, _ code: String) -> SourceFile { SourceFile(path: path, code: code) }
  private func graph(_ files: [(String, String)]) -> TypeGraph { TypeGraph(files.map { file($0.0, $0.1) }) }

  @Test("An arrow leads to the file of a type that is named, by the innermost of that name")
  func arrows() {
    let graph = graph([
      ("Sources/M/A.swift", "struct A { enum Inner {} }"),
      ("Sources/M/B.swift", "struct B { enum Inner {}; var a: Inner; var b: X.A /* A */; let c = \"A\" }"),
      ("Sources/M/C.swift", "extension A { struct Late {}; func f(_: Inner) {} }"),
      ("Sources/M/D.swift", "let d = \"\\(A.Late.self)\""),
      ("Sources/M/E.swift", "struct E<A> { var a: A; func f<B>(_ b: B) -> String { \"B\" } }"),
    ])
    #expect(graph.named == [[], [], [0], [0, 2], [0, 1]])
  }

  @Test("Nodes that reach each other are a circle")
  func circles() {
    #expect(Circles.of([[1], [2], [0, 3], [4], [3], []]) == [[0, 1, 2], [3, 4]])
    #expect(Circles.of([[1, 2], [2], []]) == [])
  }

  @Test("Six files in a circle are let be, seven not; a rule of the simulation in none")
  func circleOfFiles() {
    func ring(_ count: Int, in folder: String) -> TypeGraph {
      graph(
        (0..<count).map { ("\(folder)/T\($0).swift", "struct T\($0) { var next: T\(($0 + 1) % count)? }") })
    }
    #expect(HouseChecks.circlesOfFiles(ring(6, in: "Sources/Lab/X")).isEmpty)
    #expect(HouseChecks.circlesOfFiles(ring(7, in: "Sources/Lab/X")).map(\.subject) == ["Lab"])
    #expect(HouseChecks.circlesOfFiles(ring(7, in: "Sources/Simulation/Terms")).isEmpty)
    #expect(
      HouseChecks.circlesOfFiles(ring(2, in: "Sources/Simulation/Kernel")).map(\.subject) == ["Simulation"])
  }

  @Test("Folders in a circle are named with the fewest arrows that make it one")
  func circleOfFolders() {
    let found = HouseChecks.circlesOfFolders(
      graph([
        ("Sources/M/X/A.swift", "struct A { var c: C }"),
        ("Sources/M/X/B.swift", "struct B { }"),
        ("Sources/M/Y/C.swift", "struct C {}"),
        ("Sources/M/Y/D.swift", "struct D { var a: A; var b: B }"),
        ("Sources/M/Top.swift", "struct Top { var a: A; var d: D }"),
      ]))
    #expect(found.map(\.subject) == ["M"])
    #expect(found[0].message.contains(": A.swift → C.swift; move"))
  }

  @Test("A name of two types or two files is found, nested ones are not")
  func names() {
    let files = [
      file("Sources/M/A.swift", "struct A { struct State {} }"),
      file("Sources/N/A.swift", "enum A {}; struct B { struct State {} }; extension B {}"),
    ]
    #expect(HouseChecks.sameTypeNames(files).map(\.subject) == ["A"])
    #expect(HouseChecks.sameFileNames(files).map(\.subject) == ["A.swift"])
  }

  @Test("Four hundred lines are a file, seventy a function, and no more")
  func lengths() {
    let lines = { (count: Int) in String(repeating: "// a line\n", count: count) }
    #expect(file("Sources/M/A.swift", lines(400)).tooLong.isEmpty)
    #expect(file("Sources/M/A.swift", lines(401)).tooLong.map(\.subject) == ["A.swift"])
    #expect(file("Sources/M/A.swift", "func a() {\n" + lines(68) + "}").tooLongFunctions.isEmpty)
    let long = file("Sources/M/A.swift", "init() {}\nvar a: Int {\n" + lines(69) + "}")
    #expect(long.tooLongFunctions.map(\.subject) == ["A.swift a"])
  }

  @Test("A name that stands once is dead, but for what is read as one of many")
  func dead() {
    let files = [
      file("Sources/M/A.swift", "@main struct A { func used() {}; func dead() {} /* dead */ }"),
      file(
        "Sources/N/B.swift", "enum C: String { case read }; enum D { case never }; let x = C.self, y = D.used"
      ),
    ]
    #expect(HouseChecks.deadDeclarations(files).map(\.subject) == ["A.dead", "D.never", "x", "y"])
  }

  @Test("An import is idle when no name of the module nor of what it adds to others stands there")
  func idle() {
    let files = [
      file("Sources/M/A.swift", "struct A { var own = 1 }; extension Int { var pages: Int { self } }"),
      file("Sources/N/B.swift", "import M\nlet b: A"),
      file("Sources/N/C.swift", "import M\nlet c = 1.pages"),
      file("Sources/N/D.swift", "import M\nimport Other\nlet own = \"A\""),
    ]
    #expect(HouseChecks.idleImports(files).map(\.subject) == ["D.swift M"])
  }

  @Test("The table of concepts has all files and no others")
  func concepts() {
    let readme =
      "| other | row |\n| `X.swift` |\n\n| concept | file |\n|---|---|\n| a, `b` | `K/A.swift`, `K/B.swift` |\n"
    #expect(
      HouseChecks.concepts(in: readme, files: ["K/A.swift", "K/C.swift"]).map(\.subject) == [
        "K/C.swift", "K/B.swift",
      ])
  }

  @Test("A sentence is found where it is no error's, no help and nothing for programmers")
  func sentences() {
    let found = file(
      "Sources/M/A.swift",
      """
      enum MyFailure: Error { case a; var description: String { "this is an error" } }
      func a() throws(MyFailure) { throw b("it ends too soon") }
      func c() throws { warnings.append(CaptureWarning("so much was lost")) }
      func d() { precondition(e, "it must be so"); print("it went very well") }
      let f = Flag(help: "Say it all again."), g = "two words", h = "key: value, other: value"
      let i = "migrate scanner", j = "\\(k) of them were left"
      """
    ).sentences
    #expect(
      found.map { $0.message.prefix(21) } == [
        "Sources/M/A.swift:3: ", "Sources/M/A.swift:4: ", "Sources/M/A.swift:6: ",
      ])
  }

  @Test("Threads, unchecked types and pointers are found by their words")
  func dangers() {
    let code = """
      /// Thread
      struct A: @unchecked Sendable { @exclusivity(unchecked) var a: UnsafePointer<Int> }
      let b = DispatchQueue(label: "Thread")
      """
    let one = file("Sources/M/A.swift", code)
    #expect(one.threads.map(\.subject) == ["A.swift DispatchQueue"])
    #expect(one.unchecked.map(\.subject) == ["A"])
    #expect(one.pointers.map(\.subject) == ["A.swift"])
    #expect(file("Sources/Background/A.swift", code).threads.isEmpty)
  }
}
