import Foundation

extension Document {
  /// A text as a YAML value that reads back as the same text, whatever is in it.
  public static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\x" + (digits.count < 2 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Writes a file whole or not at all: an older one stays as it was until the new one is complete.
  /// Makes the folders that are missing.
  public static func write(_ text: String, path: String) throws(DocumentError) {
    let file = URL(fileURLWithPath: path)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw DocumentError(
        file: path, line: 1, column: 1, problem: "the file can’t be written",
        remedy: "check that its folder is yours and the disk has room")
    }
  }
}
