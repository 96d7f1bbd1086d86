import Documents
import UserFiles
import Words

extension Laboratory {
  /// Says that the person's own keys are not used, and the first reason why.
  public func say(_ keyErrors: [DocumentError]) {
    guard let first = keyErrors.first else { return }
    let name = first.file.split(separator: "/").last.map(String.init) ?? first.file
    let short = DocumentError(
      file: name, line: first.line, column: first.column, problem: first.problem, remedy: first.remedy)
    send(.failed(content.words("message.keys-damaged", ["reason": .text("\(short)")])))
  }

  /// Says what is wrong with what was left the last time, if anything is.
  public func say(_ left: KeptFile<LastSession>.Content) {
    guard case .damaged(let reason, let aside) = left else { return }
    let values: [String: Value] = ["reason": .text(reason), "file": .text(aside ?? "")]
    send(.failed(content.words(aside == nil ? "message.left-off-lost" : "message.left-off-damaged", values)))
  }
}
