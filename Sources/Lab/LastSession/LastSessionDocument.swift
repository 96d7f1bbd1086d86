import Documents
import Runs
import UserFiles

extension LastSession: KeptValue {
  /// Reads what `text` wrote.
  public init(_ document: DocumentNode) throws(DocumentError) {
    let top = try document.openMapping()
    others = top.text(without: Self.keys)
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
    // A file from before there were several has the one place in it.
    if let place = try Self.place(top) { places = [place] }
    for node in try top["places"]?.sequence() ?? [] {
      let map = try node.openMapping()
      if let place = try Self.place(map) { places.append(place) }
    }
  }

  private static let keys = [
    "width", "height", "full-screen", "theme", "text-size", "presenting-text-size", "reduced-motion",
    "letters",
    "places", "lesson", "source", "recipe", "capture", "step", "bookmarks",
  ]

  private static func place(_ map: DocumentMapping) throws(DocumentError) -> RunPlace? {
    guard let target = try target(map) else { return nil }
    var bookmarks: Set<Int> = []
    for node in try map["bookmarks"]?.sequence() ?? [] { bookmarks.insert(try node.integer()) }
    var place = RunPlace(
      target: target, step: try map.required("step").integer(), bookmarks: bookmarks.sorted(),
      stop: try map["stop"]?.integer() ?? 0, stops: try map["stops"]?.integer() ?? 0)
    place.wasDone = try map["done"]?.boolean() ?? place.isDone
    place.minute = try map["minute"]?.integer()
    return place
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
    let places = places.map { "  - {\($0.text)}\n" }
    return lines.map { "\($0): \($1)\n" }.joined()
      + (places.isEmpty ? "" : "places:\n" + places.joined()) + others
  }
}

extension RunPlace {
  fileprivate var text: String {
    var values: [(String, String)] =
      switch target {
      case .lesson(let name): [("lesson", Document.quoted(name))]
      case .source(let name, let recipe):
        [("source", Document.quoted(name))] + (recipe.map { [("recipe", Document.quoted($0))] } ?? [])
      case .capture(let folder): [("capture", Document.quoted(folder))]
      }
    values += [
      ("step", "\(step)"), ("bookmarks", "\(bookmarks)"), ("stop", "\(stop)"), ("stops", "\(stops)"),
      ("done", "\(wasDone)"),
    ]
    if let minute { values.append(("minute", "\(minute)")) }
    return values.map { "\($0): \($1)" }.joined(separator: ", ")
  }
}
