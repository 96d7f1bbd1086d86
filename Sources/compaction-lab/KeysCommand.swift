import ArgumentParser
import Lab
import UserFiles

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print the key map, as the file in which you can change it.",
    discussion: """
      Your own keys are in \(KeysFile.standard.path). It need hold only what differs: below the name of a \
      place (`run:`, `everywhere:` …) the name of what is done, and its keys. `letters: off` lets letters, \
      digits and signs work with Alt only.
      """)

  func run() throws {
    let (bindings, errors) = KeysFile.standard.load()
    if let first = errors.first { throw first }
    try Output.line(bindings.text)
  }
}

extension KeysFile {
  /// The person's.
  static var standard: KeysFile { KeysFile(folder: UserFolders().config) }
}
