extension LabState {
  /// What a picture of the window is named after: what is shown, and the step.
  var pictureName: String {
    let shown =
      switch (sheet, run?.target) {
      case (let sheet?, _): sheet.place.rawValue
      case (nil, .lesson(let name)): "lesson-\(name)"
      case (nil, .source(let name, let recipe)): recipe.map { "\(name)-\($0)" } ?? name
      // Not a file's name with an ending.
      case (nil, .capture(let folder)): folder.replacing(".", with: "-")
      case (nil, nil): placeBelowSheet.rawValue
      }
    let file = shown.split(separator: "/").last.map(String.init) ?? shown
    let plain = file.split(separator: ".").first.map(String.init) ?? file
    let safe = String(plain.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "-" })
    let step = sheet == nil ? run.map { "-step-\($0.step)" } ?? "" : ""
    return "compaction-lab-\(safe)\(step)"
  }
}
