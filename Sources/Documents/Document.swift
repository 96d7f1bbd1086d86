import Foundation
import Yams

/// Reading of YAML files into nodes that know where they stand.
public enum Document {
  /// Reads the file at `path`. Throws a `DocumentError` for a file that can't be read, is too large, isn't UTF-8
  /// or isn't YAML.
  /// - Parameter most: bytes that it may have.
  public static func read(path: String, most: Int = mostBytes) throws(DocumentError) -> DocumentNode {
    try parse(text(path: path, most: most), file: path)
  }

  /// Parses one YAML document. `firstLine` is the line of `file` on which `text` begins: a document
  /// inside another one reports the outer file's lines.
  public static func parse(
    _ text: String, file: String, firstLine: Int = 1
  ) throws(DocumentError) -> DocumentNode {
    let source = DocumentSource(file: file, firstLine: firstLine)
    if Aliases.areMany(in: text) { throw Aliases.error(source) }
    do {
      // Names of values are there as long as their parser is.
      let parser = try Yams.Parser(yaml: text)
      return try withExtendedLifetime(parser) {
        guard let node = try parser.singleRoot() else {
          throw source.error(line: 1, column: 1, "there is nothing here", "write the keys this file needs")
        }
        try Aliases.refuse(in: node, source)
        return DocumentNode(node, source)
      }
    } catch let error as DocumentError {
      throw error
    } catch let error as YamlError {
      throw source.error(error)
    } catch {
      throw source.error(line: 1, column: 1, "\(error)", "mend the YAML")
    }
  }
}

/// Where a text stands: turns lines of the text into lines of the file.
struct DocumentSource: Equatable, Sendable {
  let file: String
  let firstLine: Int

  func error(line: Int, column: Int, _ problem: String, _ remedy: String) -> DocumentError {
    DocumentError(
      file: file, line: firstLine - 1 + max(line, 1), column: max(column, 1), problem: problem,
      remedy: remedy)
  }

  /// The parser's own words, at the parser's own place.
  func error(_ error: YamlError) -> DocumentError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      return self.error(
        line: mark.line, column: mark.column, "this is not YAML: \(problem)",
        "check indentation, quotes and brackets before this place")
    case .composer(_, let problem, let mark, _):
      return self.error(
        line: mark.line, column: mark.column, "this is not one YAML document: \(problem)",
        "give one document without undefined aliases")
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.unicodeScalars.prefix(offset ?? 0)
      return self.error(
        line: 1 + before.count { $0 == "\n" },
        column: 1 + (before.lastIndex(of: "\n").map { before[$0...].count - 1 } ?? before.count),
        "this character can't stand in YAML: \(problem)", "remove it")
    case .duplicatedKeysInMapping(let keys, let context):
      return self.error(
        line: context.mark.line, column: context.mark.column,
        "the key `\(keys.sorted().first ?? "")` is given more than once in this mapping", "keep one of them")
    default:
      return self.error(line: 1, column: 1, "this is not YAML", "mend it")
    }
  }
}
