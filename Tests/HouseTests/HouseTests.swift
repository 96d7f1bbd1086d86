import Surroundings
import Testing

@Suite("The house")
struct HouseTests {
  let manifest: Manifest
  let drawing: Drawing
  let imports = SourceFile.sources.flatMap { file in file.imports.map { (room: file.module, module: $0) } }

  init() throws {
    manifest = try Manifest(Repository.text(of: "Package.swift"))
    drawing = try Drawing(Repository.text(of: "Sources/README.md"))
  }

  /// Modules of the language and of the system.
  let standard: Set = ["Foundation", "Glibc", "Synchronization"]

  @Test("The manifest, the drawing and the folders name the same rooms")
  func rooms() {
    let names = Set(manifest.rooms.map(\.name))
    #expect(names == Set(drawing.rooms.flatMap(\.names)))
    #expect(
      names
        == Set(
          Repository.files(under: "Sources").map { $0.split(separator: "/") }
            .filter { $0.count > 2 }.map { String($0[1]) }))
  }

  @Test("The drawing says of every room what the manifest lets it import")
  func drawnImports() {
    for room in drawing.rooms {
      for name in room.names {
        let allowed = manifest.rooms.first { $0.name == name }?.dependencies ?? []
        #expect(Set(room.imports) == Set(allowed), "\(name) in Sources/README.md")
      }
    }
  }

  @Test("A room imports only what the manifest lists for it, or the system")
  func imported() {
    let stray = imports.filter { one in
      let allowed = manifest.rooms.first { $0.name == one.room }?.dependencies ?? []
      return !standard.contains(one.module) && !allowed.contains(one.module)
    }
    #expect(stray.isEmpty)
    #expect(imports.count > 100)
  }

  @Test("Every room stands above all that it imports")
  func levels() {
    let rooms = drawing.rooms.flatMap { room in room.names.map { ($0, room.level) } }
    let level = Dictionary(rooms, uniquingKeysWith: { first, _ in first })
    for room in manifest.rooms {
      for below in room.dependencies where level[below] != nil {
        #expect(level[below, default: 0] < level[room.name, default: 0], "\(room.name) imports \(below)")
      }
    }
  }

  @Test("Only the window and the fonts know SDL")
  func sdl() {
    #expect(Set(imports.filter { $0.module == "CSDL" }.map(\.room)) == ["Window", "Typography"])
  }

  @Test("The kernel's model, the words, the pixels and the screen do without Foundation")
  func foundation() {
    let rooms = Set(imports.filter { $0.module == "Foundation" }.map(\.room))
    #expect(rooms.isDisjoint(with: ["Simulation", "Words", "Canvas", "Stage"]))
  }

  @Test("Targets are read whatever their form")
  func reading() {
    let manifest = Manifest(
      """
        targets: [
          // .target(name: "Old"),
          .systemLibrary(name: "C", providers: [.apt(["c-dev"])]),
          .target(
            name: "A",
            dependencies: [
              "B", .product(name: "P", package: "p-package"),
            ]),
          .target(name: "B"),
      """.replacing("  targets: [", with: "\n  targets: ["))
    #expect(
      manifest.targets == [
        Target(kind: .systemLibrary, name: "C", dependencies: []),
        Target(kind: .target, name: "A", dependencies: ["B", "P"]),
        Target(kind: .target, name: "B", dependencies: []),
      ])
  }
}
