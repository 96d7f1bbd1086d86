import Runs
import Simulation

/// What each action means. Nothing else changes the state.
extension LabState {
  /// Takes note of an action, and says what is to be done outside of the state.
  public mutating func reduce(_ action: Action) -> [Effect] {
    if action.isAsked { message = nil }
    switch action {
    case .stepped, .steppedBack, .wentToStart, .wentToEnd, .pickedStep, .pickedStop, .wentToNextStop,
      .wentToPreviousStop, .toggledPlaying, .wentFaster, .wentSlower, .tookNormalSpeed, .inspected, .asked,
      .zoomed,
      .playedOn, .arrived, .recorded, .wentOn,
      .foundStops:
      guard run != nil else { return [] }
      return run?.reduce(action) ?? []
    case .drafted(.undid): return undo()
    case .drafted(let drafting): return run?.reduce(drafting) ?? []
    case .branched(let step, let editSteps): branchOff(after: step, editSteps)
    case .changedBranch(let distance): return changeBranch(by: distance)
    case .droppedBranch: return dropBranch()
    case .toggledBeside: return toggleBeside()
    case .came(let branch, let action): return take(action, inBranch: branch)
    case .savedScenario: return run == nil ? [] : [.saveScenario]
    case .lookedForScenarios: return [.offerScenarios]
    case .foundScenarios(let entries):
      if run == nil { choose(menu.firstIndex { $0.section == .saved } ?? selection) }
      run?.inquiry.overlay = .scenarios(entries, selection: 0)
    case .choseNext: choose(selection + 1)
    case .chosePrevious: choose(selection - 1)
    case .openedEntry(let index): return open(index)
    case .openedChosen: return open(selection)
    case .openedLesson(let number):
      return menu.firstIndex { $0.number == number }.map { open($0) } ?? []
    case .closedTopmost: return closeTopmost()
    case .toggledLive: showsLive.toggle()
    case .choseTheme(let name): theme = name
    case .choseTextSize(let percent): shownTextSize = percent
    case .enlargedText: shownTextSize += 10
    case .reducedText: shownTextSize -= 10
    case .tookNormalText: shownTextSize = 100
    case .toggledPresenting, .wentToNextDisplay, .blanked, .unblanked: reducePresenting(action)
    case .toggledFullScreen: isFullScreen.toggle()
    case .copied: return [.copy]
    case .savedPicture: return [.savePicture]
    case .toggledLetters: bindings.lettersOff.toggle()
    case .toggledSheet(let subject): toggle(subject)
    case .movedInSheet(let distance): moveInSheet(by: distance)
    case .tookFromSheet(let entry): return takeFromSheet(entry ?? sheet?.selection ?? 0)
    case .tookBackFromSheet: return takeFromSheet(sheet?.selection ?? 0, forward: false)
    case .choseReducedMotion(let isReduced): reducesMotion = isReduced
    case .toggledMotion:
      reducesMotion.toggle()
      ownMotion = reducesMotion
    case .resized(let width, let height):
      (self.width, self.height) = (width, height)
      if !isFullScreen { (windowWidth, windowHeight) = (width, height) }
    case .tookUp(let left): takeUp(left)
    case .quit: isClosing = true
    case .opened(let run):
      self.run = nil
      self.run = run
      sheet = nil
    case .reopened(let left):
      (branches, branch, beside) = (left.runs, left.chosen, nil)
      sheet = nil
    case .listed(let entries): menu = entries
    case .failed(let reason), .said(let reason): message = reason
    }
    return []
  }

  private mutating func choose(_ index: Int) {
    if !menu.isEmpty { selection = min(max(index, 0), menu.count - 1) }
  }

  private mutating func open(_ index: Int) -> [Effect] {
    guard run == nil, menu.indices.contains(index) else { return [] }
    selection = index
    switch menu[index].opens {
    case .run(let target): return [.open(target)]
    case .place(let place): return [.goOn(place)]
    case .sheet(let subject): toggle(subject)
    }
    return []
  }

  /// Never ends the program: a presenter's remote sends this key, too.
  private mutating func closeTopmost() -> [Effect] {
    if sheet != nil {
      sheet = nil
      return []
    }
    if run?.closeInquiry() == true { return [] }
    if beside != nil {
      beside = nil
      return []
    }
    if presentation.isOn {
      togglePresenting()
      return []
    }
    if isFullScreen {
      isFullScreen = false
      return []
    }
    guard let run else { return [] }
    leftRun = RunPlace(run)
    let left = RunBranches(self)
    self.run = nil
    return [.close(left)]
  }
}

extension RunState {
  /// The part of the reducer that is about the run.
  mutating func reduce(_ action: Action) -> [Effect] {
    switch action {
    case .stepped(let size): return goByHand(.forward(size))
    case .steppedBack(let size): return goByHand(.back(size))
    case .wentToStart: return goByHand(.seek(0))
    case .wentToEnd: return goByHand(.seek(steps))
    case .pickedStep(let step): return goByHand(.seek(min(max(step, 0), steps)))
    case .pickedStop(let stop):
      return stops.indices.contains(stop - 1) ? goByHand(.seek(stops[stop - 1])) : []
    case .wentToNextStop: return goByHand(nextStop.map { .seek($0) } ?? .forward(.page))
    case .wentToPreviousStop: return goByHand(previousStop.map { .seek($0) } ?? .back(.page))
    case .toggledPlaying:
      isPlaying.toggle()
      if isPlaying, isAtEnd { return [.move(.seek(0))] }
    case .wentFaster: speed = speed.faster
    case .wentSlower: speed = speed.slower
    case .tookNormalSpeed: speed = .normal
    case .inspected(let pfn): inspected = inspected == pfn ? nil : pfn
    case .asked(let question): return reduce(question)
    case .zoomed(let action): zoom.reduce(action)
    case .playedOn(let count): return playOn(count)
    case .arrived(let step): self.step = step
    case .recorded(let steps, let isComplete):
      (self.steps, self.isComplete) = (steps, isComplete)
      return reachGoal()
    case .wentOn(let place):
      goal = place.step
      inquiry.bookmarks = place.bookmarks
      return reachGoal()
    case .foundStops(let stops): self.stops = stops
    default: break
    }
    return []
  }

  /// Goes where the run was to go on, once it is recorded so far.
  mutating func reachGoal() -> [Effect] {
    guard let goal, goal <= steps || isComplete else { return [] }
    let next = awaiting.map { Effect.move($0) }
    self.goal = nil
    awaiting = []
    return (goal == step ? [] : [.move(.seek(min(goal, steps)))]) + next
  }

  /// Whoever steps by hand has stopped watching.
  mutating func goByHand(_ movement: Movement) -> [Effect] {
    isPlaying = false
    if goal != nil, movement.isRelative {
      awaiting.append(movement)
      return []
    }
    goal = nil
    awaiting = []
    return [.move(movement)]
  }

  /// Playing goes no further than the next stop of the lesson: no text goes away by itself.
  private mutating func playOn(_ count: Int) -> [Effect] {
    guard isPlaying, count > 0 else { return [] }
    var goal = min(step + count, steps)
    if let nextStop, nextStop <= goal {
      goal = nextStop
      isPlaying = false
    }
    if isComplete, goal == steps { isPlaying = false }
    return goal == step ? [] : [.move(.seek(goal))]
  }
}

extension Action {
  /// Whether a person asked for it.
  var isAsked: Bool {
    switch self {
    case .playedOn, .arrived, .recorded, .foundStops, .foundScenarios, .came, .listed, .opened, .reopened,
      .failed,
      .said, .resized,
      .tookUp,
      .wentOn:
      false
    default: true
    }
  }
}
