import Canvas
import Simulation
import Testing

@testable import Stage

@Suite("Motion between two positions")
struct MotionTests {
  /// The sample lesson, and the moment after its first page has arrived.
  private static let before = Samples.lesson()
  private static let after = arrived(before)

  static func arrived(_ scene: Scene) -> Scene {
    var scene = scene
    guard case .pages(var map) = scene.map else { return scene }
    let mover = map.movers.removeFirst()
    for index in map.runs.indices {
      if map.runs[index].start == mover.source { map.runs[index].look = .free(0) }
      if map.runs[index].start == mover.target { map.runs[index].look = mover.look }
    }
    map.free = map.free.map { $0 + 4 }
    scene.map = .pages(map)
    scene.title.step = 426
    return scene
  }

  private func list(_ scene: Scene, _ motion: Motion?) throws -> DrawList {
    try Samples.stage().picture(
      of: scene, theme: ThemeFiles.theme("dark"), width: 1280, height: 720, motion: motion
    ).list
  }

  @Test("At its end a motion is the picture that stands still, forwards and backwards")
  func ends() throws {
    #expect(
      try list(Self.after, Motion(from: Self.before, progress: 1)) == list(Self.after, nil))
    #expect(
      try list(Self.before, Motion(from: Self.after, progress: 1)) == list(Self.before, nil))
  }

  @Test("A page travels along the lane, and its target stays hollow until it arrives")
  func travels() throws {
    let half = try list(Self.after, Motion(from: Self.before, progress: 0.5))
    let still = try list(Self.after, nil)
    #expect(half != still)
    #expect(half.items.count > still.items.count)
  }

  @Test("A page on its way is never over a cell: it rides in the lane, below a block that crosses it")
  func sparesCells() throws {
    let ring = try ThemeFiles.theme("dark").migrateScanner
    for (from, to) in [(Self.before, Self.after), (Self.after, Self.before)] {
      for progress in stride(from: Float(0), to: 1, by: 0.05) {
        let picture = try Samples.stage().picture(
          of: to, theme: ThemeFiles.theme("dark"), width: 1280, height: 720,
          motion: Motion(from: from, progress: progress))
        let geometry = try #require(picture.hits.pageGeometry)
        let cars = picture.list.items.compactMap { item -> Rect? in
          guard case .stroke(let rect, _, _, ring, .solid) = item, rect.height < geometry.rowPitch + 2 else {
            return nil
          }
          return rect.width > geometry.lane.width * 0.5 && rect.width < geometry.lane.width ? rect : nil
        }
        #expect(!cars.isEmpty)
        for car in cars { #expect(car.minX >= geometry.lane.minX && car.maxX <= geometry.lane.maxX) }
      }
    }
  }

  @Test("Back is the way forth, run the other way round")
  func back() throws {
    guard case .pages(let early) = Self.before.map, case .pages(let late) = Self.after.map else { return }
    let forth = PageMotion(from: early, to: late, isBack: false, progress: 0.3)
    let back = PageMotion(from: late, to: early, isBack: true, progress: 0.7)
    #expect(forth.travellers.map(\.mover) == back.travellers.map(\.mover))
    #expect(abs(forth.travelled - back.travelled) < 1e-5)
    #expect(forth.travellers.map(\.mover.number) == [1])
  }

  @Test(
    "Without motion an arrow says where a page went, and dashes where a scanner was, as long as it stands")
  func arrows() throws {
    guard case .pages(var map) = Self.after.map else { return }
    map.change = StepChange(
      move: StepChange.Move(source: Samples.firstPfn + 99, target: Samples.firstPfn + 400),
      free: ScannerPosition(pfn: Samples.firstPfn + 430, pageblock: Samples.firstPfn + 416))
    var scene = Self.after
    let plain = try list(scene, nil)
    scene.map = .pages(map)
    let marked = try list(scene, nil)
    let ring = try ThemeFiles.theme("dark").ring
    let heads = marked.items.count { if case .polygon(_, let color) = $0 { color == ring } else { false } }
    #expect(heads == 1)
    let dashes = [plain, marked].map { list in
      list.items.count { if case .stroke(_, _, _, _, .dashed) = $0 { true } else { false } }
    }
    #expect(dashes[1] == dashes[0] + 1)
    #expect(marked.items.count == plain.items.count + 5)
  }

  // MARK: Blocks

  /// The sample map with two blocks of order 1 where it has one of order 2, and as it is.
  private static let apart: Scene = {
    var scene = before
    guard case .pages(var map) = scene.map,
      let index = map.runs.firstIndex(where: { $0.look == .free(2) })
    else { return scene }
    let start = map.runs[index].start
    map.runs.replaceSubrange(
      index...index,
      with: [0, 2].map { PageMap.Run(start: start + $0, count: 2, look: .free(1)) })
    scene.map = .pages(map)
    scene.title.step = 424
    return scene
  }()

  @Test("Blocks that merge grow together, and come apart again on the way back")
  func merges() throws {
    #expect(Motion.duration(from: Self.apart, to: Self.before) == .milliseconds(500))
    #expect(Motion.duration(from: Self.before, to: Self.apart) == .milliseconds(500))
    guard case .pages(let apart) = Self.apart.map, case .pages(let joined) = Self.before.map else { return }
    let blocks = BlockMotion.all(from: apart, to: joined)
    #expect(blocks.count == 1 && blocks[0].isMerge && blocks[0].parts.count == 2)
    let forth = try list(Self.before, Motion(from: Self.apart, progress: 0.3))
    let back = try list(Self.apart, Motion(from: Self.before, progress: 0.7))
    /// The capsules between their places, in the order of the picture.
    func capsules(_ list: DrawList) -> [Rect] {
      list.items.compactMap {
        if case .roundedFill(let rect, _, _) = $0, rect.height < 20 { rect } else { nil }
      }
    }
    for (one, other) in zip(capsules(forth), capsules(back)) {
      #expect(abs(one.minX - other.minX) < 0.01 && abs(one.maxX - other.maxX) < 0.01)
    }
    let still = try list(Self.before, nil)
    #expect(forth != still)
  }

  @Test("A block that is split is the same the other way round; what is not free any more stands still")
  func splits() {
    guard case .pages(var parts) = Self.apart.map, case .pages(let whole) = Self.before.map,
      let index = parts.runs.firstIndex(where: { $0.start == Samples.firstPfn + 12 })
    else { return }
    #expect(BlockMotion.all(from: whole, to: parts).map(\.isMerge) == [false])
    parts.runs[index].look = .held
    let split = BlockMotion.all(from: whole, to: parts)
    #expect(split.map(\.isMerge) == [false])
    #expect(BlockMotion.all(from: parts, to: whole).isEmpty, "only free blocks merge")
  }

  @Test("When more blocks merge than can be followed, none is shown on its way")
  func manyMerges() {
    guard case .pages(let whole) = Self.before.map else { return }
    var apart = whole
    apart.runs = whole.runs.flatMap { run -> [PageMap.Run] in
      guard case .free(let order) = run.look, order > 0 else { return [run] }
      let half = run.count / 2
      return [0, half].map { PageMap.Run(start: run.start + $0, count: half, look: .free(order - 1)) }
    }
    #expect(BlockMotion.all(from: apart, to: whole).isEmpty)
  }

  // MARK: Figures

  @Test("Counters and free blocks tick from what they were to what they are, and no further")
  func ticking() {
    var earlier = Self.before
    earlier.counters[0].value -= 40
    earlier.freeBlocks?.counts[0] += 20
    let end = Self.before
    for (progress, migrated, free) in [(Float(0), 63, 83), (0.5, 83, 73), (1, 103, 63)] {
      let scene = Motion(from: earlier, progress: progress).ticking(end)
      #expect(scene.counters[0].value == migrated && scene.freeBlocks?.counts[0] == free)
      #expect(scene.counters[1] == end.counters[1])
    }
    #expect(Motion(from: Samples.board(), progress: 0.5).ticking(end).freeBlocks == end.freeBlocks)
  }

  @Test("A motion lasts between 0.3 and 1.5 seconds, and none where nothing moves")
  func durations() {
    let page = Motion.duration(from: Self.before, to: Self.after)
    #expect(page.map { (.milliseconds(300) ... .milliseconds(1500)).contains($0) } == true)
    #expect(Motion.duration(from: Self.after, to: Self.before) == page)
    #expect(Motion.duration(from: Self.before, to: Self.before) == nil)
    #expect(Motion.duration(from: Self.before, to: Samples.menu()) == nil)
  }

  @Test("Never do more than seven things ride the lane at once")
  func groups() throws {
    guard case .pages(var map) = Self.before.map else { return }
    map.movers = (0..<32).map {
      PageMap.Mover(
        number: $0 + 1, look: .anonymous, source: Samples.firstPfn + $0, target: Samples.firstPfn + 400 + $0)
    }
    let setter = try Samples.setter()
    let geometry = PageGeometry(
      map: map, in: Rect(x: 0, y: 0, width: 900, height: 450), margins: (90, 90), em: (13, 13), cap: 9.5,
      unit: 0.667)
    let lane = Lane(map, geometry, Pen(theme: try ThemeFiles.theme("dark"), setter: setter, unit: 0.667))
    #expect(lane.riders.count <= LaneView.most)
    #expect(lane.riders.reduce(0) { $0 + $1.sources.count } == 32)
    #expect(lane.car(of: Samples.firstPfn + 31) != nil)
  }
}
