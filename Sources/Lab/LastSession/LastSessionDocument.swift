import Documents
import Runs
import UserFiles

extension LastSession: KeptValue {
  /// Reads what `text` wrote.
  public init(_ document: DocumentNode) throws(DocumentError) {
    let top = try document.mapping(
      "width", "height", "full-screen", "theme", "text-size", "presenting-text-size", "reduced-motion",
      "letters", "lesson", "source", "recipe", "capture", "step", "bookmarks")
    width = try top.required("width").integer(in: 1...65536)
    height = try top.required("height").integer(in: 1...65536)
    isFullScreen = try top.required("full-screen").boolean()
    theme = try top.required("theme").choice([
      "dark": ThemeName.dark, "light": .light, "high-contrast": .highContrast,
    ])
    textSize = try top.required("text-size").integer(in: LabState.textSizes)
    presentingTextSize = try top["presenting-text-size"]?.integer(in: Presenting.State.textSizes) ?? 100
    reducesMotion = try top["reduced-motion"]?.boolean()
    lettersOff = try !(top["letters"]?.boolean() ?? true)
    if let target = try Self.target(top) {
      run = RunPlace(target: target, step: try top.required("step").integer())
    }
    var bookmarks: Set<Int> = []
    for node in try top["bookmarks"]?.sequence() ?? [] { bookmarks.insert(try node.integer()) }
    run?.bookmarks = bookmarks.sorted()
  }

  private static func target(_ top: DocumentMapping) throws(DocumentError) -> RunTarget? {
    if let lesson = try top["lesson"]?.string() { return .lesson(lesson) }
    if let source = try top["source"]?.string() {
      return .source(source, recipe: try top["recipe"]?.string())
    }
    if let folder = try top["capture"]?.string() { return .capture(folder) }
    return nil
  }

  /// As a file.
  public var text: String {
    var lines: [(String, String)] = [
      ("width", "\(width)"), ("height", "\(height)"), ("full-screen", "\(isFullScreen)"),
      ("theme", theme.rawValue), ("text-size", "\(textSize)"),
      ("presenting-text-size", "\(presentingTextSize)"),
    ]
    if let reducesMotion { lines.append(("reduced-motion", "\(reducesMotion)")) }
    if lettersOff { lines.append(("letters", "off")) }
    if let run {
      switch run.target {
      case .lesson(let name): lines.append(("lesson", Document.quoted(name)))
      case .source(let name, let recipe):
        lines.append(("source", Document.quoted(name)))
        if let recipe { lines.append(("recipe", Document.quoted(recipe))) }
      case .capture(let folder): lines.append(("capture", Document.quoted(folder)))
      }
      lines.append(("step", "\(run.step)"))
      lines.append(("bookmarks", "\(run.bookmarks)"))
    }
    return lines.map { "\($0): \($1)\n" }.joined()
  }
}
