import Canvas
import Runs
import Simulation
import Stage
import UserFiles

/// The program without its window: takes events and time, gives pictures. Everything in it belongs to
/// one thread; what other threads make arrives through mailboxes.
public final class Laboratory {
  public private(set) var state: LabState
  public let content: Content

  /// Says each step; nil while nobody listens.
  let narrate: ((String) -> Void)?
  let wake: @Sendable () -> Void
  /// The kernel that was named for all runs.
  let kernel: KernelRelease?
  /// The present minute since 1970; nil where nobody says.
  let minute: () -> Int?
  /// Where scenarios are saved; nil where they can't be.
  let scenarios: ScenarioFolder?
  let showing: Showing
  let themes: Themes

  /// The run on screen and its branches, in the order of the state's.
  var views: [RunView] = []
  var view: RunView? { views.indices.contains(state.branch) ? views[state.branch] : nil }
  var sessions: [RunSession] { views.map(\.session) }
  var session: RunSession? { view?.session }
  /// What was made of runs that were left.
  var kept: [RunTarget: KeptBranches] = [:]
  /// What can be opened: read once.
  private(set) lazy var entries = content.menu
  private var playClock = PlayClock()
  private var wayClock = WayClock()
  private var numberClock = NumberClock()
  /// The run that plays in the menu; nil while none is shown.
  var film: Film?
  /// The last move was a step, which is worth watching; a jump is not.
  private(set) var movesByStep = false
  /// What is being read, to be opened.
  var reading: RecipeReading?
  var live: LiveMachine?
  var pointing = Pointing()
  var requests: [WindowRequest] = []

  /// - Parameters:
  ///   - kernel: the one whose rules runs follow, if not the one that each names.
  ///   - minute: the present one since 1970, to say how long ago something was left.
  ///   - wake: called on any thread when `receive` has something to do.
  ///   - narrate: is given a line of text for every step.
  public init(
    content: Content, glyphs: any GlyphSource, bindings: KeyBindings = KeyBindings(),
    kernel: KernelRelease? = nil, scenarios: ScenarioFolder? = nil, minute: @escaping () -> Int? = { nil },
    narrate: ((String) -> Void)? = nil,
    wake: @escaping @Sendable () -> Void
  ) {
    self.content = content
    self.kernel = kernel
    self.minute = minute
    self.scenarios = scenarios
    self.narrate = narrate
    self.wake = wake
    themes = Themes(content)
    showing = Showing(Stage(words: content.words, glyphs: glyphs))
    state = LabState()
    state.bindings = bindings
  }

  // MARK: Acting

  /// Lets an action happen, and all that follows from it.
  public func send(_ action: Action) {
    if action.resizesMap { holdFocus() }
    if action.isAsked, let minute = minute(), minute != state.minute {
      _ = state.reduce(.opening(.actedIn(minute: minute)))
    }
    let before = state
    let effects = state.reduce(action)
    settle()
    // A way that was ended has not been watched to its end.
    if before.run?.learning.way != nil, state.run?.learning.way == nil { movesByStep = false }
    // Where somebody is, and what was done, go before what follows from it.
    if state.branch != before.branch, state.run != nil {
      narrate?(name(ofBranch: state.branch))
      if effects.isEmpty { narratePosition() }
    }
    narrateChange(from: before, action)
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .opening(let effect): perform(effect)
    case .learning(let effect): perform(effect)
    case .inspecting(let effect): perform(effect)
    case .finding(let effect): perform(effect)
    case .editing(let effect): perform(effect)
    case .branching(let effect): perform(effect)
    case .saving(let effect): perform(effect)
    case .say(let key): send(.said(content.words(key)))
    case .move(let movement):
      guard let run = state.run, let arrived = view?.move(movement) else { return }
      movesByStep = movement.isStep(from: run.step) && !wayClock.isRunning
      send(.stepping(.arrived(step: arrived)))
    }
  }

  /// Has the playheads stand where the state says: pictures only look at what is there.
  private func settle() {
    guard let run = state.run else { return }
    view?.stand(at: run.step, before: run.showsBefore)
    if case .events(_, _, let row) = run.finding.overlay { view?.lookAtList(around: row) }
    if let (branch, step) = state.shownBeside, views.indices.contains(branch) {
      views[branch].stand(at: step, before: false)
    }
  }

  /// Takes what other threads have made.
  public func receive() {
    receiveSaved()
    receiveReading()
    receiveFilm()
    for (index, view) in views.enumerated() {
      let isAwaited = view.playhead == nil
      for action in view.receive(inBranch: index) { send(.branching(action)) }
      settle()
      if isAwaited, view.playhead != nil, index == state.branch { narratePosition() }
    }
    takeUpAwaitedList()
    takeUpAwaitedStops()
  }

  /// Makes the steps that are due because the run is playing, or a way to a stop is.
  public func advance(to now: Duration) {
    advanceHover(to: now)
    if numberClock.isOver(for: state.typedNumber, at: now) { send(.opening(.endedNumber)) }
    guard let run = state.run else { return advanceFilm(to: now) }
    if let way = run.learning.way {
      let time = wayClock.time(of: way, at: now)
      let step = way.step(after: time)
      if step != run.step { send(.learning(.cameAlong(step: step))) }
      if time >= way.duration {
        wayClock.stop()
        send(.learning(.endedWay))
      }
    } else {
      wayClock.stop()
    }
    let due = playClock.stepsDue(at: now, speed: run.speed, isPlaying: run.isPlaying)
    if due > 0 { send(.stepping(.playedOn(steps: due))) }
  }

  /// How long until something is due by itself; nil when nothing is. Live figures get older.
  public func wait(at now: Duration) -> Duration? {
    if showing.isMoving || state.run?.learning.way != nil { return .zero }
    let live: Duration? = live == nil ? nil : .seconds(1)
    return [
      playClock.wait(at: now), film?.wait(at: now), pointing.hover?.wait(at: now), numberClock.wait(at: now),
      live,
    ].compactMap(
      \.self
    ).min()
  }

  /// What the window is asked to do; given once.
  public func takeRequests() -> [WindowRequest] {
    defer { requests = [] }
    return requests
  }
}
