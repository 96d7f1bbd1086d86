import Lab
import Runs
import Simulation
import Stage

/// A random hand at the program, from one run, through all places where keys mean different things. It
/// learns which key leads where, and goes to the place where it has been least.
public final class RandomWalk {
  public let laboratory: Laboratory
  private let recipe: RunRecipe
  private var hand: RandomHand
  private var now = Duration.zero
  /// How often something was done in a place.
  public private(set) var visits: [KeyContext: Int] = [:]
  /// Where a key was seen to lead from a place.
  private var ways: [KeyContext: [KeyContext: [InputEvent]]] = [:]
  private var goal = KeyContext.run
  /// What was done in the last frame, for a report.
  public private(set) var last: [InputEvent] = []

  /// - Parameter recipe: the run that is opened, and again whenever it has been closed.
  public init(_ laboratory: Laboratory, _ recipe: RunRecipe, seed: UInt64) {
    self.laboratory = laboratory
    self.recipe = recipe
    hand = RandomHand(seed: seed)
    laboratory.openMenu()
    open()
  }

  /// Does `count` things.
  /// - Parameter frame: called for each, and for each letter of what is typed; what it is given does the
  ///   thing and makes the picture of it, if there is another one.
  public func go(_ count: Int, frame: (() throws -> Stage.Picture?) throws -> Void) throws {
    for number in 0..<count {
      // Some time in each place. Branches and bookmarks would become more and more.
      if number % 1500 == 1499 { open() }
      if number % 25 == 0 { chooseGoal() }
      let before = laboratory.state.place
      visits[before, default: 0] += 1
      let way = way(from: before)
      let frames = way.map { [$0.events] } ?? hand.next(laboratory.state)
      for events in frames {
        last = events
        try frame {
          for event in events where goal == .menu || !closesRun(event) { laboratory.handle(event) }
          return try picture()
        }
      }
      let after = laboratory.state.place
      if let way, way.next != after { ways[before]?[way.next] = nil }
      if after != before, frames.count == 1 { ways[before, default: [:]][after] = last }
      try check()
    }
  }

  private func picture() throws -> Stage.Picture? {
    now += .milliseconds(hand.number(below: 300))
    laboratory.advance(to: now)
    laboratory.receive()
    _ = laboratory.takeRequests()
    return try laboratory.nextPicture(at: now)
  }

  private func open() {
    laboratory.open(recipe)
    laboratory.waitForRecording()
  }

  /// The place that is known and was least visited; whoever left the run comes back to it.
  private func chooseGoal() {
    if laboratory.state.run?.target != recipe.target { open() }
    for _ in 0..<8 where laboratory.state.place != .run { laboratory.send(.closedTopmost) }
    if laboratory.state.run == nil { open() }
    let known = Set(ways.values.flatMap(\.keys)).sorted { $0.rawValue < $1.rawValue }
    goal = known.min { visits[$0, default: 0] < visits[$1, default: 0] } ?? .run
  }

  /// Once that is known to lead to the menu, it is done to go there.
  private func closesRun(_ event: InputEvent) -> Bool {
    guard ways[.run]?[.menu] != nil, case .key(.escape, _, _) = event, laboratory.state.place == .run
    else { return false }
    return !laboratory.state.isFullScreen
  }

  /// The first thing to do on the shortest known way to the goal, and where it led; nil where none is known,
  /// and now and then.
  private func way(from start: KeyContext) -> (events: [InputEvent], next: KeyContext)? {
    guard start != goal, hand.number(below: 3) > 0 else { return nil }
    var first: [KeyContext: KeyContext] = [:]
    var open = [start]
    while !open.isEmpty {
      let place = open.removeFirst()
      for next in (ways[place] ?? [:]).keys.sorted(by: { $0.rawValue < $1.rawValue })
      where next != start && first[next] == nil {
        first[next] = first[place] ?? next
        open.append(next)
      }
    }
    return first[goal].flatMap { next in ways[start]?[next].map { ($0, next) } }
  }

  /// What must hold of the program whatever was done.
  private func check() throws {
    let state = laboratory.state
    try require(state.menu.indices.contains(state.selection), "the menu's choice is \(state.selection)")
    try require((100...300).contains(state.shownTextSize), "the text size is \(state.shownTextSize)")
    guard let run = state.run else { return }
    try require((0...run.steps).contains(run.step), "step \(run.step) of \(run.steps)")
    let marks = run.finding.bookmarks
    try require(zip(marks, marks.dropFirst()).allSatisfy(<), "the bookmarks are \(marks)")
    try require(
      !run.isComplete || marks.allSatisfy { $0 <= run.steps }, "the bookmarks are \(marks) of \(run.steps)")
    switch run.finding.overlay {
    case .events(_, let rows, let selection):
      try require((0..<max(rows, 1)).contains(selection), "row \(selection) of \(rows) is chosen")
    case .choices(let choices):
      let shown = max(choices.shown.count, 1)
      try require((0..<shown).contains(choices.selection), "entry \(choices.selection) of \(shown) is chosen")
    default: break
    }
  }

  private func require(_ holds: Bool, _ what: String) throws {
    if !holds { throw Broken(description: "\(what) after \(last)") }
  }

  /// Something that must hold does not.
  public struct Broken: Error, CustomStringConvertible {
    public let description: String
    public init(description: String) { self.description = description }
  }
}
