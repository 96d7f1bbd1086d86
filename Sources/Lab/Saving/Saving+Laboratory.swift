import Background
import Documents
import Foundation
import Runs
import Scenarios
import Simulation
import UserFiles
import Words

/// Saving what is on screen as a scenario, and opening it again.
extension Laboratory {
  func perform(_ effect: Saving.Effect) {
    switch effect {
    case .offerName: offerName()
    case .saveScenario(let name):
      guard view?.behindStep({ saveScenario(named: name, $0) }) != nil else {
        return send(.failed(content.words("save.not-yet")))
      }
    case .offerScenarios: offerScenarios()
    case .copy: requests.append(.copy(scene().said(content.words)))
    case .savePicture: requests.append(.savePicture(name: state.pictureName))
    }
  }

  /// Says how copying went.
  public func sayCopied(_ isDone: Bool) {
    send(isDone ? .said(content.words("message.copied")) : .failed(content.words("message.not-copied")))
  }

  /// Says where a picture went, or why nowhere.
  public func say(_ outcome: SaveOutcome) {
    switch outcome {
    case .saved(let path): send(.said(content.words("message.picture-saved", ["file": .text(path)])))
    case .failed(let folder, let reason):
      let values: [String: Value] = ["folder": .text(folder), "reason": .text(reason)]
      send(.failed(content.words("message.picture-not-saved", values)))
    }
  }

  /// Asks what the scenario is to be called, where there can be one.
  private func offerName() {
    guard scenarios != nil, let run = state.run, let session else { return }
    let name = content.words(
      "save.title", ["title": .text(session.recipe.source.title), "step": .text("\(run.step)")])
    // While its memory is being made what is typed is a name already.
    guard let own = view?.behindStep({ RunSettings(session.recipe, atStep: run.step, $0.memory) }) else {
      return send(.saving(.offeredName(name)))
    }
    let settings = run.editing.isOn ? run.editing.draft.settings ?? own : own
    let writer = ScenarioWriter(title: name, kernel: settings.version, trigger: settings.trigger)
    send(writer.canWrite ? .saving(.offeredName(name)) : .failed(content.words("save.no-trigger")))
  }

  /// The memory of the step that is looked at, with what is being edited, and the settings.
  private func saveScenario(named name: String, _ playhead: Playhead) {
    guard let scenarios, let run = state.run, let session else { return }
    let own = RunSettings(session.recipe, atStep: run.step, playhead.memory)
    let settings = run.editing.isOn ? run.editing.draft.settings ?? own : own
    let writer = ScenarioWriter(title: name, kernel: settings.version, trigger: settings.trigger)
    let edits = run.editing.isOn ? run.editing.draft.edits(insteadOf: own) : []
    let handed = Mailbox<Memory>()
    playhead.memory.trying(edits) { _ in
      handed.post(playhead.memory.copy())
    }
    scenarios.save(name, wake: wake, text: { handed.take().flatMap(writer.text) ?? "" }, check: Self.fault)
  }

  /// Why a scenario can't be opened again; nil if it can.
  private static func fault(in file: String) -> String? {
    do throws(DocumentError) {
      _ = try Scenario(Document.read(path: file, most: Document.mostScenarioBytes)).start()
      return nil
    } catch {
      return "\(error.problem) (\(error.line):\(error.column))"
    }
  }

  /// Waits until what was to be saved is.
  public func finishSaving() { scenarios?.finish() }

  /// Says how saving fared, once it is known.
  func receiveSaved() {
    switch scenarios?.takeOutcome() {
    case .saved(let file):
      let path = file as NSString
      let values: [String: Value] = [
        "name": .text(path.lastPathComponent), "folder": .text(path.deletingLastPathComponent),
      ]
      send(.said(content.words("save.saved", values)))
    case .failed(let folder, let reason):
      send(.failed(content.words("save.failed", ["folder": .text(folder), "reason": .text(reason)])))
    case nil: break
    }
  }

  /// Shows the scenarios that the person has saved.
  private func offerScenarios() {
    let entries = savedEntries
    guard !entries.isEmpty else {
      return send(.said(content.words("save.none", ["folder": .text(scenarios?.path ?? "")])))
    }
    if state.run == nil { openMenu() }
    send(.saving(.foundScenarios(entries)))
  }

  /// The menu's entries of the scenarios that the person has saved.
  var savedEntries: [MenuEntry] {
    (scenarios?.files ?? []).map { file in
      MenuEntry(
        section: .saved, name: Document.title(ofFile: file) ?? (file as NSString).lastPathComponent,
        detail: (file as NSString).lastPathComponent, opens: .run(.source(file)))
    }
  }
}
