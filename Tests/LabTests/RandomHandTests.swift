import Canvas
import Simulation
import Stage
import Testing

@testable import Lab

@Suite("Keys and clicks without sense")
struct RandomHandTests {
  @Test(
    "Whatever is pressed, clicked and resized, the memory stays whole and every picture can be painted",
    arguments: [
      ("two-scanners-percpu", UInt64(1), 3000), ("two-scanners", 2, 3000), ("rock-5b-plus-4g", 3, 600),
    ])
  func random(source: String, seed: UInt64, count: Int) throws {
    let laboratory = try Fixtures.laboratory()
    let subject = try laboratory.content.library.subject(.source(source))
    let few = laboratory.state.menu.filter { $0.opens == .sheet(.leavesOut) || $0.section == .lessons }
    var hand = RandomHand(seed: seed, bindings: laboratory.state.bindings)
    var surface = RetainedSurface(Surface(width: 1280, height: 720), glyphs: BlockGlyphs())
    var size = (1280, 720)
    for number in 0..<count {
      if laboratory.state.run == nil, number % 7 == 0 { laboratory.open(subject) }
      for event in hand.next() { laboratory.handle(event) }
      laboratory.receive()
      laboratory.advance(to: Double(number) * 16)
      // Boards take too long to be opened at random.
      if laboratory.state.run == nil { laboratory.send(.listed(few)) }
      guard let picture = try laboratory.nextPicture(at: Double(number) * 16), number % 5 == 0 else {
        continue
      }
      if (laboratory.state.width, laboratory.state.height) != size {
        size = (laboratory.state.width, laboratory.state.height)
        surface = RetainedSurface(Surface(width: size.0, height: size.1), glyphs: BlockGlyphs())
      }
      surface.show(picture.list)
    }
    for session in laboratory.sessions {
      #expect(throws: Never.self) { try session.playhead?.memory.checkInvariants() }
    }
  }
}
