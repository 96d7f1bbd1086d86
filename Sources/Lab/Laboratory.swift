import Canvas
import KernelInterface
import Runs
import Scenarios
import Simulation
import Stage
import UserFiles
import Words

/// The program without its window: takes events and time, gives pictures. Everything in it belongs to
/// one thread; what other threads make arrives through mailboxes.
public final class Laboratory {
  public private(set) var state: LabState
  public let content: Content

  private let stage: Stage
  let wake: @Sendable () -> Void
  /// Says each step; nil while nobody listens.
  private let narrate: ((String) -> Void)?
  private let version: KernelVersion?

  /// The run on screen and its branches, in the order of the state's.
  var sessions: [RunSession] = [] {
    didSet { makers = makers.filter { id, _ in sessions.contains { $0.id == id } } }
  }
  var session: RunSession? {
    sessions.indices.contains(state.branch) ? sessions[state.branch] : nil
  }
  /// What makes the scenes of each session, once it has a memory.
  private var makers: [RunSession.ID: SceneMaker] = [:]
  /// What was made of runs that were left.
  private var kept: [RunTarget: KeptRun] = [:]
  private var playClock = PlayClock()
  private var live: LiveBuddyInfo?
  /// What can be opened: read once.
  private lazy var entries = content.menu
  private var themes: [ThemeName: Theme] = [:]

  /// The last move was a step, which is worth watching; a jump is not.
  private var movesByStep = false
  private var transition: Transition?
  private(set) var shownScene: Scene?
  let inquiries: InquiryScene
  /// Where scenarios are saved; nil where they can't be.
  let scenarios: ScenarioFolder?
  /// The last key was a command: the text it types is none.
  private var keyActed = false
  private var shownTheme: ThemeName?
  private var shownSize: [Float] = []
  /// What was shown last.
  public private(set) var picture: Stage.Picture?
  private var hints: [Action] = []
  private var draggedTimeline = false
  var mapDrag: MapDrag?
  private var requests: [WindowRequest] = []

  /// - Parameters:
  ///   - version: the kernel that runs follow, if not the one that each names.
  ///   - wake: called on any thread when `receive` has something to do.
  ///   - narrate: is given a line of text for every step.
  public init(
    content: Content, glyphs: any GlyphSource, bindings: KeyBindings = KeyBindings(),
    version: KernelVersion? = nil, scenarios: ScenarioFolder? = nil,
    narrate: ((String) -> Void)? = nil,
    wake: @escaping @Sendable () -> Void
  ) {
    self.content = content
    inquiries = InquiryScene(words: content.words, wake: wake)
    self.version = version
    self.scenarios = scenarios
    self.narrate = narrate
    self.wake = wake
    stage = Stage(words: content.words, glyphs: glyphs)
    state = LabState()
    state.bindings = bindings
  }

  // MARK: Acting

  /// Lets an action happen, and all that follows from it.
  public func send(_ action: Action) {
    let before = state
    let effects = state.reduce(action)
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
    case .run(let errand): perform(errand)
    case .draft(let drafting): perform(drafting)
    case .say(let key): send(.said(content.words(key)))
    case .dropSession(let index): sessions.remove(at: index)
    case .move(let movement):
      guard let session, let run = state.run, let step = session.move(movement) else { return }
      movesByStep = movement.isStep(from: run.step)
      send(.arrived(step: step))
    case .open(let target): open(target)
    case .goOn(let place): open(place.target, goingOnAt: place)
    case .copy: requests.append(.copy(scene().said(content.words)))
    case .savePicture: requests.append(.savePicture(name: state.pictureName))
    case .saveScenario: saveScenario()
    case .offerScenarios: offerScenarios()
    case .close(let left):
      keep(left)
      sessions = []
      openMenu()
    }
  }

  /// Shows the menu.
  public func openMenu() {
    send(.listed(content.menu(entries + savedEntries, goingOn: state.leftRun)))
  }

  private func open(_ target: RunTarget, goingOnAt place: RunPlace? = nil) {
    do {
      try open(content.library.recipe(for: target, version: version), goingOnAt: place)
    } catch {
      send(.failed("\(error)"))
    }
  }

  /// Begins a run; it is recorded behind what is shown. What somebody has made of it before is still there.
  /// - Parameter place: where it goes on; nil for its beginning.
  public func open(_ recipe: RunRecipe, goingOnAt place: RunPlace? = nil) {
    keep(RunBranches(state))
    let kept = kept.removeValue(forKey: recipe.identity)
    sessions = (kept?.recipes(of: recipe) ?? [recipe]).map { RunSession($0, wake: wake) }
    if let kept {
      send(.reopened(kept.branches(goesOn: place != nil)))
      send(.said(content.words("message.kept")))
    } else {
      send(.opened(RunState(target: recipe.target)))
    }
    // A small memory is there at once; waiting for it saves a picture of nothing.
    session?.waitForDelivery(atMost: .milliseconds(60))
    receive()
    if kept == nil, let place { send(.wentOn(place)) }
  }

  /// Keeps what was made of the run on screen, which is being left.
  private func keep(_ left: RunBranches?) {
    guard let left, let recipe = sessions.first?.recipe else { return }
    kept[recipe.identity] = KeptRun(left, sessions)
  }

  /// Takes what other threads have made.
  public func receive() {
    receiveSaved()
    for (index, session) in sessions.enumerated() {
      let isAwaited = session.playhead == nil
      for news in session.receive() { take(news, of: session, inBranch: index) }
      if isAwaited, session.playhead != nil, index == state.branch { narratePosition() }
    }
  }

  private func take(_ news: RunNews, of session: RunSession, inBranch index: Int) {
    switch news {
    case .begun(let census):
      guard let memory = session.playhead?.memory else { return }
      makers[session.id] = SceneMaker(session.recipe, memory, census, words: content.words)
    case .recorded(let steps, let isComplete):
      send(.came(toBranch: index, .recorded(steps: steps, isComplete: isComplete)))
    case .foundStops(let steps): send(.came(toBranch: index, .foundStops(steps)))
    }
  }

  /// What makes the scenes of a session; nil until it has a memory.
  func maker(of session: RunSession) -> SceneMaker? { makers[session.id] }

  /// Waits until the run has been recorded to its end, for those who make a single picture.
  public func waitForRecording() {
    while let run = state.run, !run.isComplete {
      session?.waitForDelivery()
      receive()
    }
  }

  /// Makes the steps that are due because the run is playing.
  public func advance(to now: Duration) {
    guard let run = state.run else { return }
    let due = playClock.stepsDue(at: now, speed: run.speed, isPlaying: run.isPlaying)
    if due > 0 { send(.playedOn(steps: due)) }
  }

  /// How long until something is due by itself; nil when nothing is. Live figures get older.
  public func wait(at now: Duration) -> Duration? {
    if transition != nil { return .zero }
    let live: Duration? = live == nil ? nil : .seconds(1)
    return [playClock.wait(at: now), live].compactMap(\.self).min()
  }

  /// What the window is asked to do; given once.
  public func takeRequests() -> [WindowRequest] {
    defer { requests = [] }
    return requests
  }

  // MARK: Input

  /// What a person did.
  public func handle(_ event: InputEvent) {
    if state.place == .blank, event.isPress { return send(.unblanked) }
    switch event {
    case .key(let key, let modifiers, let isRepeat):
      let action = state.bindings.action(for: key, modifiers, in: state.place, isRepeat: isRepeat)
      keyActed = action != nil
      if let action { send(action) }
      if case .unknown(let code) = key, action == nil, state.place == .keys { nameUnknown(code) }
    case .text(let text):
      if state.place.takesText, !keyActed { send(.asked(.typed(text))) }
    case .pointerDown(let x, let y, .left, _): pressDown(Point(x, y))
    case .pointerMoved(let x, let y, true):
      drag(to: Point(x, y))
      if isDrawing { paint(at: Point(x, y), unless: state.run?.inspected) }
      if draggedTimeline, let step = picture?.hits.step(draggedTo: x) { send(.pickedStep(step)) }
    case .pointerUp:
      draggedTimeline = false
      if isDrawing { send(.drafted(.endedStroke)) }
      if let point = endDrag() { press(picture?.hits.target(at: point)) }
    case .wheel(let x, let y, let delta, let modifiers): turnWheel(delta, modifiers, at: Point(x, y))
    case .resized(let width, let height): send(.resized(width: width, height: height))
    case .closeRequested: send(.quit)
    case .wake: receive()
    case .pointerDown, .pointerMoved, .exposed: break
    }
  }

  private func pressDown(_ point: Point) {
    if state.place == .edit || state.place == .settings {
      send(.drafted(.beganStroke))
      if paint(at: point) { return }
    }
    if !beginDrag(at: point) { press(picture?.hits.target(at: point)) }
  }

  /// Whether the mouse draws a stroke.
  private var isDrawing: Bool { state.run?.draft.stroke != nil }

  private func press(_ target: HitMap.Target?) {
    switch target {
    case .page(let pfn): send(.asked(.pointed(at: pfn, wholePageblock: false)))
    case .pageblocks(let pfns): send(.asked(.pointed(at: pfns.lowerBound, wholePageblock: true)))
    case .step(let step):
      draggedTimeline = true
      send(.pickedStep(step))
    case .playPause: send(.toggledPlaying)
    case .keyHint(let index): if hints.indices.contains(index) { send(hints[index]) }
    case .menuItem(let index): send(taking(index))
    case .inspectorLine(let line): send(.asked(.followedLine(line)))
    case .event(let row): send(.asked(.tookNumbered(row)))
    case .brush(let index): send(.drafted(.chosePaint(Paint.allCases[index])))
    case .setting(let index, let distance): send(.drafted(.changedRow(index, by: distance)))
    case .pageblockType: send(.drafted(.retyped))
    case .panel(let panel): send(.asked(.ringed(panel)))
    case .message, nil: break
    }
  }

  /// Paints the page at a place, if there is one.
  @discardableResult
  private func paint(at point: Point, unless painted: Pfn? = nil) -> Bool {
    guard case .page(let pfn) = picture?.hits.target(at: point), pfn != painted else { return false }
    send(.drafted(.paintedAt(pfn, wholePageblock: false)))
    return true
  }

  /// What it means to point at an entry of a list.
  private func taking(_ index: Int) -> Action {
    switch state.place {
    case .keys, .view, .leavesOut: .tookFromSheet(index)
    case .searches, .stops, .scenarios: .asked(.tookNumbered(index))
    default: .openedEntry(index)
    }
  }

  /// A key without a name can be bound by its number.
  private func nameUnknown(_ code: Int) {
    send(.said(content.words("keys.unknown", ["key": .text(KeyChord(.unknown(code)).text)])))
  }

  /// Over the map it brings that closer, elsewhere it steps.
  private func turnWheel(_ delta: Float, _ modifiers: Modifiers, at point: Point) {
    if modifiers.contains(.control) {
      send(delta > 0 ? .enlargedText : .reducedText)
    } else if let action = scrolling(delta > 0 ? -1 : 1) {
      send(action)
    } else if !modifiers.contains(.shift), zoom(by: delta, at: point) {
      return
    } else {
      let size: StepSize = modifiers.contains(.shift) ? .pageblock : .page
      send(delta > 0 ? .steppedBack(size) : .stepped(size))
    }
  }

  /// The wheel goes through a list where there is one.
  private func scrolling(_ distance: Int) -> Action? {
    switch state.place {
    case .keys, .view, .leavesOut: .movedInSheet(by: distance)
    case .searches, .stops, .scenarios, .events: .asked(.movedChoice(by: distance))
    case .menu: distance > 0 ? .choseNext : .chosePrevious
    default: nil
    }
  }

  // MARK: Showing

  /// What is to be seen now, for a window of the state's size; nil if it is what was shown last.
  /// - Parameter now: for what moves.
  public func nextPicture(at now: Duration = .zero) throws -> Stage.Picture? {
    let scene = sceneWithKeys()
    let size = [Float(state.width), Float(state.height), Float(state.shownTextSize)]
    let isMoving = transition != nil
    if scene.map != shownScene?.map || scene.zoom != shownScene?.zoom {
      beginTransition(to: scene, at: now)
    }
    if let transition, transition.isOver(at: now) { self.transition = nil }
    if !isMoving, picture != nil, scene == shownScene, state.theme == shownTheme, size == shownSize {
      return nil
    }
    let theme = try chosenTheme()
    (shownScene, shownTheme, shownSize) = (scene, state.theme, size)
    let plan = stage.plan(
      scene, width: size[0], height: size[1], textScale: size[2] / 100,
      motion: transition?.motion(at: now))
    let next = stage.picture(
      of: plan, theme: theme, details: details(of: plan), detailsBeside: detailsBeside(of: plan))
    picture = next
    return next
  }

  /// Whatever was moving has arrived, only the eye goes on from where it is.
  private func beginTransition(to scene: Scene, at now: Duration) {
    let isUnderWay = transition != nil
    transition = nil
    guard !state.reducesMotion, var from = shownScene, from.title.isBefore == scene.title.isBefore,
      from.title.branch == scene.title.branch
    else { return }
    let zooms = from.zoom != scene.zoom && mapDrag == nil
    if isUnderWay { from.zoom = picture?.zoom }
    if movesByStep, from.map != scene.map {
      transition = Transition(from: from, to: scene, at: now, speed: state.run?.speed.factor ?? 1)
    }
    if zooms, transition == nil { transition = Transition(zoomingFrom: from, at: now) }
  }

  private func sceneWithKeys() -> Scene {
    var scene = self.scene()
    let keys = state.bindings.hints(state, words: content.words)
    scene.keys = keys.map(\.hint)
    hints = keys.map(\.action)
    return scene
  }

  /// Everything that is on screen.
  public func scene() -> Scene {
    var scene =
      state.sheet.map { Scene(sheet: $0, state, words: content.words) }
      ?? runScene() ?? Scene(menu: state, words: content.words)
    scene.live = liveStatus()
    if let message = state.message { scene.message = message }
    scene.isPresenting = state.isShowingToRoom && session?.playhead != nil
    scene.blank = state.presentation.blank
    return scene
  }

  private func runScene() -> Scene? {
    guard let run = state.run, let session else { return nil }
    guard let maker = maker(of: session), let playhead = session.playhead else {
      return Scene(opening: session.recipe.title, words: content.words)
    }
    let stop = session.stop(at: run.step)
    let latest = state.showsLive ? live?.latest : nil
    var scene = maker.scene(run, playhead, stop: stop, live: latest)
    inquiries.add(to: &scene, run, session, playhead)
    if state.reducesMotion, !scene.title.isBefore { scene.map.show(StepChange(playhead)) }
    addBranch(to: &scene, session, playhead)
    addBeside(to: &scene, run, session, playhead)
    if run.isEditing, run.inquiry.overlay == nil {
      draft(of: run, session, playhead).add(to: &scene, state.bindings)
    }
    if run.inquiry.showsBefore, run.inquiry.overlay == nil, playhead.back() {
      let before = maker.scene(run, playhead, stop: stop, live: latest)
      (scene.map, scene.freeBlocks, scene.lens) = (before.map, before.freeBlocks, before.lens)
      playhead.forward()
    }
    return scene
  }

  /// The theme that was chosen; one that can't be read is said to be so, and the last one stays.
  private func chosenTheme() throws -> Theme {
    if let known = themes[state.theme] { return known }
    do {
      let theme = try content.theme(state.theme)
      themes[state.theme] = theme
      return theme
    } catch {
      guard let shownTheme, let last = themes[shownTheme] else { throw error }
      send(.choseTheme(shownTheme))
      send(.failed("\(error)"))
      return last
    }
  }

  // MARK: This machine

  /// Begins to read a running machine's buddyinfo, this one's if nothing else is said.
  public func startLive(_ origin: LiveOrigin = .file("/proc/buddyinfo")) {
    live = LiveBuddyInfo(origin, wake: wake)
  }

  private func liveStatus() -> LiveStatus? {
    live?.status(words: content.words)
  }

  // MARK: Saying

  private func narrateChange(from before: LabState, _ action: Action) {
    guard let narrate else { return }
    switch action {
    case .said(let text), .failed(let text), .drafted(.made(_, let text)), .drafted(.refused(let text)),
      .drafted(.noted(let text)):
      narrate(text)
    default: break
    }
    // A run that plays faster than one can listen is silent until it stops.
    if case .arrived = action, movesByStep || state.run?.isPlaying != true { narratePosition() }
    if action == .toggledPlaying, before.run?.isPlaying == true, !movesByStep { narratePosition() }
    if state.run == nil, state.selection != before.selection, state.menu.indices.contains(state.selection) {
      narrate(state.menu[state.selection].name)
    }
    if action.choosesAnEntry, let chosen = scene().chosen(content.words) { narrate(chosen) }
  }

  private func narratePosition() {
    guard let narrate, let run = state.run, let playhead = session?.playhead else { return }
    let said = playhead.facts.map { StepWords($0, in: playhead.memory, words: content.words) }
    narrate(
      Narrator(words: content.words).line(
        step: run.step, of: run.isComplete ? run.steps : nil, said,
        stop: session?.stop(at: run.step).map { $0.title + "." }))
  }
}
