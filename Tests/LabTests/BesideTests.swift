import Runs
import Simulation
import Stage
import Testing

@testable import Lab

@Suite("Branches side by side")
struct BesideTests {
  /// A branch in which a page is the kernel's, both shown.
  private func beside() throws -> (Laboratory, Pfn) {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.viewing(.resized(width: 1920, height: 1080)))
    let pfn = try laboratory.branchOffWithKernelPage()
    laboratory.press(.character("b"), with: .shift)
    return (laboratory, pfn)
  }

  @Test("Both are shown at the same moment, the first on the left, with what differs outlined in both")
  func sameMoment() throws {
    let (laboratory, pfn) = try beside()
    let scene = laboratory.scene()
    let both = try #require(scene.beside)
    #expect(both.isLeft)
    guard case .pages(let own) = scene.map, case .pages(let other) = both.map else {
      Issue.record("both are shown page by page")
      return
    }
    #expect(own.marked == [pfn..<pfn + 1])
    #expect(other.marked == own.marked)
    #expect(own.focus == other.focus)
    #expect(both.own.place.contains("41") && both.other.place.contains("40"))
    let picture = try #require(try laboratory.nextPicture())
    let (left, right) = (try #require(picture.layout[.beside]), try #require(picture.layout[.map]))
    #expect(left.maxX < right.minX && left.minY == right.minY && left.height == right.height)
    #expect(picture.layout[.comparison] != nil)
  }

  @Test("Steps are made in both; changing the branch changes which one the keys are for")
  func steps() throws {
    let (laboratory, _) = try beside()
    let left = try #require(laboratory.scene().beside).other.name
    for _ in 0..<30 { laboratory.press(.right) }
    let both = try #require(laboratory.scene().beside)
    #expect(both.own.place.contains("71") && both.other.place.contains("70"))
    laboratory.press(.character("b"))
    let changed = try #require(laboratory.scene().beside)
    #expect(!changed.isLeft)
    #expect(changed.own.name == left)
    #expect(changed.other == both.own)
    #expect(changed.own == both.other)
  }

  @Test("At the end of one both are seen by what has come of them, however many steps that took")
  func outcome() throws {
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners"))
    laboratory.send(.stepping(.pickedStep(40)))
    laboratory.press(.character("e"))
    laboratory.send(.inspecting(.ringed(.edit)))
    laboratory.press(.down, .right, .enter)
    laboratory.waitForBranches()
    laboratory.press(.character("b"), with: .shift)
    let steps = laboratory.state.branches.map(\.steps)
    #expect(abs(steps[0] - steps[1]) > 50, "they take different ways: \(steps)")
    for branch in [1, 0] {
      #expect(laboratory.state.branch == branch)
      laboratory.press(.end)
      let both = try #require(laboratory.scene().beside)
      for (place, index) in [(both.own.place, branch), (both.other.place, 1 - branch)] {
        #expect(place == laboratory.content.words.step(steps[index], of: steps[index]))
      }
      laboratory.press(.character("b"))
    }
  }

  @Test("At their ends the figures of both are those that each has alone")
  func figures() throws {
    let (laboratory, _) = try beside()
    laboratory.send(.stepping(.wentToEnd))
    let both = try #require(laboratory.scene().beside)
    let own = laboratory.scene().counters
    for counter in own {
      #expect(both.figures.first { $0.name == counter.name }?.own == counter.value)
    }
    laboratory.press(.escape)
    #expect(laboratory.scene().beside == nil)
    laboratory.press(.character("b"))
    laboratory.send(.stepping(.wentToEnd))
    for counter in laboratory.scene().counters {
      #expect(both.figures.first { $0.name == counter.name }?.other == counter.value)
    }
  }

  @Test("A board's branches differ in the pageblocks that were painted, and nowhere else")
  func board() throws {
    let laboratory = try Laboratory.onBoard()
    laboratory.press(.character("e"), .character("k"), .enter)
    laboratory.waitForBeginning()
    let session = try #require(laboratory.session)
    let pfn = try #require(session.recipe.edits.values.joined().first).pageblock
    laboratory.press(.character("b"), with: .shift)
    guard case .board(let map) = laboratory.scene().map else { return }
    #expect(map.marked == [pfn..<pfn + 512])
  }
}

extension Edit {
  /// First page of the pageblock, at full size, that an edit of a page is in.
  fileprivate var pageblock: Pfn {
    switch self {
    case .occupy(let pfn, _, _), .release(let pfn), .setMigratetype(_, let pfn), .setSkipHint(_, let pfn):
      pfn / 512 * 512
    case .setTunables, .setWatermarks, .restart: 0
    }
  }
}

@Suite("Narration of editing")
struct EditingNarrationTests {
  @Test("What is painted, what is refused and which branch is on screen is said, each once")
  func narration() throws {
    var lines: [String] = []
    let laboratory = try Fixtures.laboratory(opening: .source("two-scanners")) { lines.append($0) }
    laboratory.send(.stepping(.pickedStep(40)))
    let memory = try #require(laboratory.memory)
    let pfns = memory.zones[0].start..<memory.zones[0].end
    let used = try #require(pfns.dropFirst(200).first { Paint.anonymous.isOn($0, in: memory) })
    let reserved = try #require(pfns.first { memory.frame(at: $0).kind == .reserved })
    laboratory.press(.character("e"))
    lines.removeAll()
    laboratory.send(.editing(.paintedAt(used, wholePageblock: false)))
    laboratory.send(.editing(.paintedAt(reserved, wholePageblock: false)))
    #expect(lines.count == 2)
    #expect(lines.last?.contains("reserved") == true)
    laboratory.press(.enter)
    laboratory.waitForBranches()
    #expect(lines.filter { $0.hasPrefix("branch B") }.count == 1)
    lines.removeAll()
    laboratory.press(.character("b"))
    #expect(lines.first == "branch A")
    #expect(lines.count == 2)
  }
}
