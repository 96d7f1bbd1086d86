import Runs
import UserFiles
import Words

/// What only the window can do for the program.
public enum WindowRequest: Equatable, Sendable {
  /// Puts a text where other programs can paste it.
  case copy(String)
  /// Saves what is shown, under a name without folder and ending.
  case savePicture(name: String)
}

extension Laboratory {
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
}

extension LabState {
  /// What a picture of the window is named after: what is shown, and the step.
  var pictureName: String {
    let shown =
      switch (sheet, run?.target) {
      case (let sheet?, _): sheet.place.rawValue
      case (nil, .lesson(let name)): "lesson-\(name)"
      case (nil, .source(let name)): name
      case (nil, nil): placeBelowSheet.rawValue
      }
    let file = shown.split(separator: "/").last.map(String.init) ?? shown
    let plain = file.split(separator: ".").first.map(String.init) ?? file
    let safe = String(plain.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-" })
    let step = sheet == nil ? run.map { "-step-\($0.step)" } ?? "" : ""
    return "compaction-lab-\(safe)\(step)"
  }
}
