import Runs
import Stage

/// What is to be seen.
extension Laboratory {
  /// What was shown last.
  public var picture: Stage.Picture? { showing.picture }

  /// What is to be seen now, for a window of the state's size; nil if it is what was shown last.
  /// - Parameter now: for what moves.
  public func nextPicture(at now: Duration = .zero) throws -> Stage.Picture? {
    let scene = sceneWithKeys()
    guard
      showing.isNews(
        scene, state, isDragged: pointing.mapDrag != nil, movesByStep: movesByStep, at: now)
    else { return nil }
    let theme = try chosenTheme()
    let plan = showing.plan(scene, state, at: now)
    if plan.hasMoreToSay != state.presenting.hasMoreToSay {
      send(.presenting(.fitted(hasMoreToSay: plan.hasMoreToSay)))
    }
    if plan.hasLetGo { send(.zooming(.letGo)) }
    return showing.show(plan, theme, details: details(of: plan), detailsBeside: detailsBeside(of: plan))
  }

  private func sceneWithKeys() -> Scene {
    var scene = self.scene()
    let keys = state.bindings.hints(state, words: content.words)
    scene.keys = keys.map(\.hint)
    pointing.hints = keys.map(\.action)
    return scene
  }

  /// Everything that is on screen.
  public func scene() -> Scene {
    var scene =
      state.sheet.map { Scene(sheet: $0, state, words: content.words) }
      ?? runScene() ?? menuScene()
    // In the menu the panel of this machine says it.
    if case .home = scene.map {} else { scene.live = liveStatus() }
    if let message = state.message ?? readingMessage { scene.message = message }
    if state.isShowingToRoom, let session, session.playhead != nil, let run = state.run {
      scene.present(run, session.recipe.lesson)
    }
    scene.blank = state.presenting.blank
    scene.tip = tip
    return scene
  }

  /// What is said while something is read.
  private var readingMessage: String? {
    state.awaited.map { content.words("message.reading", ["name": .text($0.name)]) }
  }

  private func menuScene() -> Scene {
    Scene(
      menu: state, film: shownFilm(), machine: live?.panel(words: content.words), minute: minute(),
      words: content.words)
  }

  private func runScene() -> Scene? {
    guard let run = state.run, let view else { return nil }
    guard let maker = view.maker, let playhead = view.playhead, let step = view.reading else {
      let overlay = OverlayMaker(words: content.words).shown(run, list: nil)
      return Scene(
        opening: view.session.recipe.title, list: overlay?.list, prompt: overlay?.prompt, words: content.words
      )
    }
    let session = view.session
    var parts = SceneParts()
    parts.way = run.learning.way.map { way in
      Explanation(
        heading: session.stop(at: way.goal)?.title ?? "",
        text: content.words("stops.way", ["from": .number(way.from), "to": .number(way.goal)]), voice: .lesson
      )
    }
    parts.stop = parts.way == nil ? session.stop(at: run.step).map(Learning.Shown.init) : nil
    parts.inspector = view.inspectorLines.inspector(run, playhead)
    parts.overlay = OverlayMaker(words: content.words).shown(run, list: session.list)
    parts.branch = shownBranch(step)
    parts.live = state.showsLive ? live?.latest : nil
    parts.machine = state.showsLive ? live?.shown(words: content.words) : nil
    parts.showsChange = state.reducesMotion
    guard let draft = draftOnScreen else { return maker.scene(run, playhead, step, parts) }
    return draft.look { tried in
      parts.draft = draft.shown(tried, state.bindings)
      return maker.scene(run, playhead, step, parts)
    }
  }

  /// The theme that was chosen; one that can't be read is said to be so, and the last one stays.
  private func chosenTheme() throws -> Theme {
    do {
      return try themes.theme(state.theme)
    } catch {
      guard let last = showing.lastTheme else { throw error }
      let theme = try themes.theme(last)
      send(.viewing(.choseTheme(last)))
      send(.failed("\(error)"))
      return theme
    }
  }
}
