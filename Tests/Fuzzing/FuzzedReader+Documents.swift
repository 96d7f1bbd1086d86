import Documents
import Lessons
import Scenarios
import Simulation
import Surroundings

extension FuzzedReader {
  /// What people write.
  public static let documents: [FuzzedReader] = [
    FuzzedReader("scenario", [Array(scenario.utf8)]) { bytes in
      outcome { (node: DocumentNode) throws(DocumentError) in
        let (memory, run) = try Scenario(node).start()
        run.simulate(on: memory)
      }(bytes)
    },
    FuzzedReader("board", content("Assets/Boards/rock-5b-plus-4g.yaml")) { bytes in
      outcome { (node: DocumentNode) throws(DocumentError) in
        _ = try Board(node) { (_: DocumentNode) throws(DocumentError) in try recipe() }
      }(bytes)
    },
    FuzzedReader("recipe", content("Assets/Recipes/desktop-two-days.yaml")) { bytes in
      outcome { (node: DocumentNode) throws(DocumentError) in _ = try Recipe(node) }(bytes)
    },
    FuzzedReader("lesson", content("Lessons/05-a-page-moves.md")) { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return (try? Lesson(text, file: "05-fuzzed.md")) == nil ? .refused : .read
    },
  ]

  private static func outcome(
    _ use: @escaping @Sendable (DocumentNode) throws(DocumentError) -> Void
  ) -> @Sendable ([UInt8]) -> Outcome {
    { bytes in
      do throws(DocumentError) {
        try use(Document.parse(String(decoding: bytes, as: UTF8.self), file: "fuzzed"))
        return .read
      } catch {
        return .refused
      }
    }
  }

  private static func content(_ path: String) -> [[UInt8]] {
    [Array(((try? Document.text(path: "\(Repository.root)/\(path)")) ?? "").utf8)]
  }

  private static func recipe() throws(DocumentError) -> Recipe {
    try Recipe(Document.read(path: "\(Repository.root)/Assets/Recipes/desktop-two-days.yaml"))
  }

  private static let scenario = """
    title: All that has a number
    kernel: "6.12"
    scale: teaching
    cpus: 2
    per-cpu lists: {batch: 2, high: 8}
    zones:
      - {name: Normal, ranges: [0x100000-0x1000ff], watermarks: {min: 4, low: 5, high: 6}, lowmem reserve: {Movable: 3}}
    pageblocks: {unmovable: [0x100040], reclaimable: [0x1000a0]}
    fill:
      - {kind: reserved, at: 0x100000-0x100009}
      - {kind: kernel, share: 0.6, in: [unmovable], pattern: random, seed: 3}
      - {kind: anonymous, share: 0.26, in: movable, cluster: 2, seed: 7}
      - {kind: pinned, at: [0x100067]}
    skip hints: [0x1000c0]
    cached: [{zone: Normal, migrate async: 0x100010, migrate sync: 0x100020, free: 0x1000f0}]
    isolated elsewhere: 1
    run: {trigger: allocations, order: 3, count: 2}

    """
}
