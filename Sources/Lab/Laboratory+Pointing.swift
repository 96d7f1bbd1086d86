import Canvas
import Simulation
import Stage

/// What a person does with keys, mouse and wheel.
extension Laboratory {
  /// What a person did.
  public func handle(_ event: InputEvent) {
    if state.place == .blank, event.isPress { return send(.presenting(.unblanked)) }
    if event.isPress { pointing.hover = nil }
    switch event {
    case .key(let key, let modifiers, let isRepeat):
      let action = state.bindings.action(for: key, modifiers, in: state.place, isRepeat: isRepeat)
      // A key that is held goes on typing nothing.
      if !isRepeat || action != nil { pointing.keyActed = action != nil }
      if let action { send(action) }
      if case .unknown(let code) = key, action == nil, state.place == .keys { nameUnknown(code) }
    case .text(let text):
      if state.place.takesText, !pointing.keyActed { send(.finding(.typed(text))) }
    case .pointerDown(let x, let y, .left, _): pressDown(Point(x, y))
    case .pointerMoved(let x, let y, true):
      drag(to: Point(x, y))
      if isDrawing { paint(at: Point(x, y), unless: state.run?.inspecting.pfn) }
      if pointing.dragsTimeline, let step = picture?.hits.step(draggedTo: x) {
        send(.stepping(.pickedStep(step)))
      }
    case .pointerMoved(let x, let y, false): pointing.hover = Hover(at: Point(x, y))
    case .pointerUp:
      pointing.dragsTimeline = false
      if isDrawing { send(.editing(.endedStroke)) }
      if let point = endDrag() { press(picture?.hits.target(at: point)) }
    case .wheel(let x, let y, let delta, let modifiers): turnWheel(delta, modifiers, at: Point(x, y))
    case .resized(let width, let height): send(.viewing(.resized(width: width, height: height)))
    case .closeRequested: send(.quit)
    case .wake: receive()
    case .focused(let isFocused): send(.viewing(.focused(isFocused)))
    case .pointerDown, .pointerMoved, .exposed: break
    }
  }

  private func pressDown(_ point: Point) {
    if state.place == .edit || state.place == .settings {
      send(.editing(.beganStroke))
      if paint(at: point) { return }
    }
    if !beginDrag(at: point) { press(picture?.hits.target(at: point)) }
  }

  /// Whether the mouse draws a stroke.
  private var isDrawing: Bool { state.run?.editing.draft.stroke != nil }

  private func press(_ target: HitMap.Target?) {
    switch target {
    case .page(let pfn): send(.inspecting(.pointed(at: pfn, wholePageblock: false)))
    case .pageblocks(let pfns): send(.inspecting(.pointed(at: pfns.lowerBound, wholePageblock: true)))
    case .step(let step):
      pointing.dragsTimeline = true
      send(.stepping(.pickedStep(step)))
    case .stop(let stop): send(.learning(.pickedStop(stop)))
    case .playPause: send(.stepping(.toggledPlaying))
    case .keyHint(let index):
      if pointing.hints.indices.contains(index) { send(pointing.hints[index]) }
    case .menuItem(let index): send(taking(index))
    case .inspectorLine(let line): send(.inspecting(.followedLine(line)))
    case .event(let row): send(.finding(.tookNumbered(row)))
    case .brush(let index): send(.editing(.chosePaint(Paint.allCases[index])))
    case .setting(let index, let distance): send(.editing(.changedRow(index, by: distance)))
    case .pageblockType: send(.editing(.retyped))
    case .panel(let panel): send(.inspecting(.ringed(panel)))
    case .message, nil: break
    }
  }

  /// Paints the page at a place, if there is one.
  @discardableResult
  private func paint(at point: Point, unless painted: Pfn? = nil) -> Bool {
    guard case .page(let pfn) = picture?.hits.target(at: point), pfn != painted else { return false }
    send(.editing(.paintedAt(pfn, wholePageblock: false)))
    return true
  }

  /// What it means to point at an entry of a list.
  private func taking(_ index: Int) -> Action {
    switch state.place {
    case .keys, .view, .leavesOut: .sheets(.took(index))
    case .searches, .stops, .scenarios: .finding(.tookNumbered(index))
    default: .opening(.openedEntry(index))
    }
  }

  /// A key without a name can be bound by its number.
  private func nameUnknown(_ code: Int) {
    send(.said(content.words("keys.unknown", ["key": .text(KeyChord(.unknown(code)).text)])))
  }

  /// Over the map it brings that closer, elsewhere it steps.
  private func turnWheel(_ delta: Float, _ modifiers: Modifiers, at point: Point) {
    if modifiers.contains(.control) {
      send(delta > 0 ? .viewing(.enlargedText) : .viewing(.reducedText))
    } else if let action = scrolling(delta > 0 ? -1 : 1) {
      send(action)
    } else if !modifiers.contains(.shift), zoom(by: delta, at: point) {
      return
    } else {
      let size: StepSize = modifiers.contains(.shift) ? .pageblock : .page
      send(delta > 0 ? .stepping(.steppedBack(size)) : .stepping(.stepped(size)))
    }
  }

  /// The wheel goes through a list where there is one.
  private func scrolling(_ distance: Int) -> Action? {
    switch state.place {
    case .keys, .view, .leavesOut: .sheets(.moved(by: distance))
    case .searches, .stops, .scenarios, .events: .finding(.movedChoice(by: distance))
    case .menu: distance > 0 ? .opening(.choseNext) : .opening(.chosePrevious)
    default: nil
    }
  }
}
