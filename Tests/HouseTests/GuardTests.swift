import Surroundings
import Testing

/// What must hold of the code as a whole, but for what `Exceptions` lists.
@Suite("The house guards itself")
struct GuardTests {
  static let graphs = Dictionary(grouping: SourceFile.sources, by: \.module).sorted { $0.key < $1.key }
    .map { TypeGraph($0.value) }

  let sources = SourceFile.sources

  @Test("All files are looked at")
  func all() {
    #expect(sources.count > 400)
    #expect(SourceFile.tests.count > 100)
    #expect(sources.map(\.declarations.count).reduce(0, +) > 5_000)
  }

  @Test("No more than a few files name each other in a circle, and none of the simulation's rules")
  func circlesOfFiles() {
    expectNone(Self.graphs.flatMap(HouseChecks.circlesOfFiles), .circleOfFiles)
  }

  @Test("The folders of a module stand in order")
  func circlesOfFolders() {
    expectNone(Self.graphs.flatMap(HouseChecks.circlesOfFolders), .circleOfFolders)
  }

  @Test("No type and no file has its name from another")
  func names() {
    expectNone(HouseChecks.sameTypeNames(sources), .sameTypeName)
    expectNone(HouseChecks.sameFileNames(sources), .sameFileName)
  }

  @Test("Files and functions can be read at one go")
  func lengths() {
    let files = sources + SourceFile.tests
    expectNone(files.flatMap(\.tooLong), .longFile)
    expectNone(files.flatMap(\.tooLongFunctions), .longFunction)
  }

  @Test("What is declared is used")
  func deadDeclarations() {
    expectNone(HouseChecks.deadDeclarations(sources), .deadDeclaration)
  }

  @Test("What is imported is used")
  func idleImports() {
    expectNone(HouseChecks.idleImports(sources), .idleImport)
  }

  @Test("Every file of the simulation is found by its concept")
  func concepts() throws {
    let files = sources.filter { $0.module == "Simulation" }
      .map { String($0.path.dropFirst("Sources/Simulation/".count)) }
    let readme = try Repository.text(of: "Sources/README.md")
    expectNone(HouseChecks.concepts(in: readme, files: files), .concept)
  }

  @Test("What a person reads is in the catalogue")
  func words() {
    expectNone(sources.flatMap(\.sentences), .words)
  }

  @Test("Threads are made in one room, and the compiler guards what they share")
  func threads() {
    expectNone(sources.flatMap(\.threads), .threads)
    expectNone(sources.flatMap(\.unchecked), .unchecked)
  }

  @Test("Pointers stay inside of a few types")
  func pointers() {
    expectNone(sources.flatMap(\.pointers), .pointers)
  }
}
