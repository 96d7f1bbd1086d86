import CMark

/// A stretch of text in one style.
public struct TextRun: Equatable, Sendable {
  public enum Style: Equatable, Sendable { case plain, emphasis, strong, code }
  public var text: String
  public var style: Style
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// A block of a Markdown text, with the line (from 1) and column where it begins.
struct MarkdownBlock: Equatable {
  enum Content: Equatable {
    case heading(level: Int, [TextRun])
    case paragraph([TextRun])
    /// A fenced block: what stands behind the fence, and the lines inside.
    case code(info: String, String)
    /// Anything else, by the name CommonMark gives it.
    case other(String)
  }
  var content: Content
  var line: Int
  var column: Int
}

/// Reading of Markdown by libcmark.
enum Markdown {
  /// The blocks of `text`, in order; what is inside lists and quotes is left out.
  static func blocks(of text: String) -> [MarkdownBlock] {
    var text = text
    let parsed = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let document = parsed else { return [] }
    defer { cmark_node_free(document) }
    return children(of: document).map { node in
      MarkdownBlock(
        content: content(of: node), line: Int(cmark_node_get_start_line(node)),
        column: Int(cmark_node_get_start_column(node)))
    }
  }

  private static func children(of node: OpaquePointer) -> [OpaquePointer] {
    Array(sequence(first: cmark_node_first_child(node)) { cmark_node_next($0) }.prefix { $0 != nil })
      .compactMap { $0 }
  }

  private static func content(of node: OpaquePointer) -> MarkdownBlock.Content {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)), runs(of: node))
    case CMARK_NODE_PARAGRAPH: .paragraph(runs(of: node))
    case CMARK_NODE_CODE_BLOCK:
      .code(info: string(cmark_node_get_fence_info(node)), string(cmark_node_get_literal(node)))
    default: .other(string(cmark_node_get_type_string(node)).replacingUnderscores)
    }
  }

  private static func runs(of node: OpaquePointer, style: TextRun.Style = .plain) -> [TextRun] {
    var runs: [TextRun] = []
    func add(_ text: String, _ style: TextRun.Style) {
      if runs.last?.style == style {
        runs[runs.count - 1].text += text
      } else {
        runs.append(TextRun(text, style))
      }
    }
    for child in children(of: node) {
      switch cmark_node_get_type(child) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: add(" ", style)
      case CMARK_NODE_CODE: add(string(cmark_node_get_literal(child)), .code)
      case CMARK_NODE_EMPH: for run in Self.runs(of: child, style: .emphasis) { add(run.text, run.style) }
      case CMARK_NODE_STRONG: for run in Self.runs(of: child, style: .strong) { add(run.text, run.style) }
      case CMARK_NODE_TEXT: add(string(cmark_node_get_literal(child)), style)
      default: for run in Self.runs(of: child, style: style) { add(run.text, run.style) }
      }
    }
    return runs
  }

  private static func string(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
