import Documents
import Foundation
import Simulation

extension Lesson {
  /// Reads a lesson: Markdown behind YAML front matter.
  ///
  /// - Parameter file: the path; its last part says number and name, as `04-two-scanners-converge.md`.
  public init(_ text: String, file: String) throws(DocumentError) {
    let (number, id) = try Self.name(file)
    let (front, body, bodyLine) = try Self.parts(of: text, file: file)
    let top = try Document.parse(front, file: file, firstLine: 2)
      .mapping("title", "minutes", "scenario", "board", "kernel", "you will")
    var youWill: [String] = []
    for node in try top.required("you will").sequence() { youWill.append(try node.string()) }
    self.init(
      id: id, number: number, title: try top.required("title").string(),
      minutes: try top.required("minutes").integer(in: 1...120), subject: try Self.subject(top, file: file),
      kernel: try top["kernel"].map(Self.kernel), youWill: youWill,
      stops: try Self.stops(of: body, file: file, firstLine: bodyLine))
  }

  private static func kernel(_ node: DocumentNode) throws(DocumentError) -> KernelVersion {
    try node.choice(among: KernelVersion.all.map { ($0.description, $0) })
  }

  private static func name(_ file: String) throws(DocumentError) -> (number: Int, id: String) {
    let parts = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
      .split(separator: "-", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[0]) else {
      throw DocumentError(
        file: file, line: 1, column: 1, problem: "the file’s name has no number in front",
        remedy: "name it as 04-two-scanners.md")
    }
    return (number, String(parts[1]))
  }

  /// Front matter, body, and the line on which the body begins.
  private static func parts(
    of text: String, file: String
  ) throws(DocumentError) -> (front: String, body: String, bodyLine: Int) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    guard lines.first == "---" else {
      throw DocumentError(
        file: file, line: 1, column: 1, problem: "a lesson begins with its front matter",
        remedy: "write --- on the first line, then title, minutes, scenario and `you will`, then ---")
    }
    guard let end = lines.dropFirst().firstIndex(of: "---") else {
      throw DocumentError(
        file: file, line: 1, column: 1, problem: "the front matter does not end",
        remedy: "write --- on a line of its own behind it")
    }
    return (
      lines[1..<end].joined(separator: "\n"), lines[(end + 1)...].joined(separator: "\n"), end + 2
    )
  }

  private static func subject(_ top: DocumentMapping, file: String) throws(DocumentError) -> Subject {
    switch (top["scenario"], top["board"]) {
    case (let scenario?, nil): return .scenario(try name(scenario, file: file))
    case (nil, let board?): return .board(try name(board, file: file))
    case (nil, nil):
      throw top.error("this lesson has no memory to look at", "add `scenario: …` or `board: …`")
    default: throw top.error(at: "board", "`scenario` and `board` are both given", "keep one of them")
    }
  }

  /// A name of ours, or a file below the lesson's folder, so that a lesson from elsewhere shows nothing of this
  /// machine.
  private static func name(_ node: DocumentNode, file: String) throws(DocumentError) -> String {
    let name = try node.string()
    guard ContentFolder.isPath(name) else { return name }
    guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
      throw node.error(
        "\(node.described) lies outside of the lesson's folder",
        "name a scenario or board, or a file below it")
    }
    return URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent(name).path
  }

  // MARK: Stops

  private static func stops(
    of body: String, file: String, firstLine: Int
  ) throws(DocumentError) -> [Stop] {
    var drafts: [StopDraft] = []
    for block in Markdown.blocks(of: body) {
      try add(block, to: &drafts, file: file, line: firstLine + block.line - 1)
    }
    if drafts.isEmpty {
      throw DocumentError(
        file: file, line: firstLine, column: 1, problem: "this lesson has no stop",
        remedy: "add a ## heading with a sentence and a lab block")
    }
    var stops: [Stop] = []
    for draft in drafts { stops.append(try draft.finished()) }
    return stops
  }

  /// Reads a block into the last of the drafts; a heading begins another.
  private static func add(
    _ block: MarkdownBlock, to drafts: inout [StopDraft], file: String, line: Int
  ) throws(DocumentError) {
    func error(_ problem: String, _ remedy: String) -> DocumentError {
      DocumentError(file: file, line: line, column: block.column, problem: problem, remedy: remedy)
    }
    let last = drafts.count - 1
    switch block.content {
    case .heading(level: 2, let title):
      drafts.append(StopDraft(file: file, line: line, title: title.map(\.text).joined()))
    case .heading(let level, _):
      throw error("a heading of level \(level) is no stop", "begin each stop with ##")
    case .paragraph(let text):
      guard last >= 0 else {
        throw error("this text stands before the first stop", "put it under a ## heading")
      }
      try drafts[last].add(text, error)
    case .code(let info, let code):
      guard info == "lab" else {
        throw error("a block of `\(info)` means nothing here", "write ```lab, or `code` in a sentence")
      }
      guard last >= 0 else {
        throw error("this lab block stands before the first stop", "put it under a ## heading")
      }
      try drafts[last].add(Document.parse(code, file: file, firstLine: line + 1), error)
    case .other(let kind):
      throw error("a stop can’t hold a \(kind)", "say it in at most two sentences")
    }
  }
}

/// A stop while it is being read.
private struct StopDraft {
  static let mostSentences = 2
  static let mostWords = 40

  let file: String
  let line: Int
  let title: String
  var text: [TextRun] = []
  var until: Moment?
  var pointAt: Pointer?

  init(file: String, line: Int, title: String) {
    self.file = file
    self.line = line
    self.title = title
  }

  mutating func add(
    _ runs: [TextRun], _ error: (String, String) -> DocumentError
  ) throws(DocumentError) {
    if !text.isEmpty { text.append(TextRun(" ")) }
    text += runs
    let plain = text.map(\.text).joined()
    let words = plain.split(whereSeparator: \.isWhitespace).count
    if words > StopDraft.mostWords {
      throw error("this stop has \(words) words", "say it in at most \(StopDraft.mostWords)")
    }
    let sentences = Lesson.sentenceCount(plain)
    if sentences > StopDraft.mostSentences {
      throw error("this stop has \(sentences) sentences", "say it in at most \(StopDraft.mostSentences)")
    }
  }

  mutating func add(
    _ document: DocumentNode, _ error: (String, String) -> DocumentError
  ) throws(DocumentError) {
    guard until == nil else { throw error("this stop has two lab blocks", "make one of them") }
    let lab = try document.mapping("until", "point at", "check", "predict")
    for key in ["check", "predict"] where lab[key] != nil {
      throw lab.error(at: key, "`\(key)` can’t be evaluated by this version", "leave it out")
    }
    until = try Moment(lab.required("until"))
    pointAt = try lab["point at"].map(Pointer.init)
  }

  func finished() throws(DocumentError) -> Lesson.Stop {
    func error(_ problem: String, _ remedy: String) -> DocumentError {
      DocumentError(file: file, line: line, column: 1, problem: problem, remedy: remedy)
    }
    guard let until else {
      throw error("the stop “\(title)” has no place in the run", "add a ```lab block with `until: …`")
    }
    guard !text.isEmpty else { throw error("the stop “\(title)” says nothing", "add a sentence") }
    return Lesson.Stop(title: title, text: text, until: until, pointAt: pointAt, line: line)
  }
}

extension Lesson {
  /// Sentences end with a full stop, a question or an exclamation mark in front of a space or the end.
  static func sentenceCount(_ text: String) -> Int {
    let closing = "”’\")"
    let ends = text.split(whereSeparator: \.isWhitespace).map { word in
      word.last { !closing.contains($0) }.map { ".?!".contains($0) } ?? false
    }
    return ends.count { $0 } + (ends.last == false ? 1 : 0)
  }
}

extension Moment {
  /// `start`, `end`, `step 12`, an event (`scanners-met`), or `event NAME [which]` with the so-manyth.
  init(_ node: DocumentNode) throws(DocumentError) {
    var words = try node.string().split(separator: " ")[...]
    func error(_ problem: String, _ remedy: String) -> DocumentError { node.error(problem, remedy) }
    switch words.first {
    case "start" where words.count == 1: self = .start
    case "end" where words.count == 1: self = .end
    case "step":
      guard words.count == 2, let step = Int(words[1]), step >= 0 else {
        throw error("this is no step", "write `step` and a number")
      }
      self = .step(step)
    default:
      if words.first == "event" { words.removeFirst() }
      guard let name = words.popFirst() else {
        throw error("this names no event", "name one of \(Milestone.list)")
      }
      let (event, least) = try Milestone.named(String(name), node)
      let ordinal = words.popFirst().map { Int($0) ?? 0 } ?? 1
      guard ordinal > 0, words.isEmpty else {
        throw error("an event is followed by which one it is", "write a number from 1 up, or nothing")
      }
      self = .event(event, atLeast: least, ordinal: ordinal)
    }
  }
}

extension Milestone {
  fileprivate static var list: String { allCases.map(\.rawValue).joined(separator: ", ") + ", merged-K" }

  /// The event of a name, or of `merged-4`, which is a merge to at least that order.
  fileprivate static func named(
    _ name: String, _ node: DocumentNode
  ) throws(DocumentError) -> (event: Milestone, least: Order) {
    if let event = Milestone(rawValue: name) { return (event, 0) }
    if name.hasPrefix("merged-"), let order = Int(name.dropFirst(7)), (1...10).contains(order) {
      return (.merged, order)
    }
    if let nearest = Spelling.nearest(to: name, among: allCases.map(\.rawValue)) {
      throw node.error("there is no event `\(name)`", "did you mean `\(nearest)`?")
    }
    throw node.error("there is no event `\(name)`", "name one of \(list)")
  }
}

extension Pointer {
  static let names: KeyValuePairs<String, Pointer> = [
    "map": .map, "migrate scanner": .migrateScanner, "free scanner": .freeScanner, "zone strip": .zoneStrip,
    "lane": .lane, "free blocks": .freeBlocks, "suitability": .suitability, "counters": .counters,
    "explanation": .explanation, "pseudocode": .pseudocode, "timeline": .timeline,
  ]

  /// A part of the screen, or `page 0x…`, or `pageblock 0x…`.
  init(_ node: DocumentNode) throws(DocumentError) {
    let text = try node.string()
    let words = text.split(separator: " ")
    if words.count == 2, words[1].hasPrefix("0x"), let pfn = Int(words[1].dropFirst(2), radix: 16) {
      if words[0] == "page" {
        self = .page(pfn)
        return
      }
      if words[0] == "pageblock" {
        self = .pageblock(pfn)
        return
      }
    }
    self = try node.choice(Pointer.names)
  }
}
