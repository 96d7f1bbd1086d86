import Foundation

extension Document {
  /// Bytes that a file may have: lessons, recipes, keys, what is kept from one start to the next.
  public static let mostBytes = 1 << 20
  /// Bytes that a scenario may have: a saved board says of each of its pages what it holds.
  public static let mostScenarioBytes = 32 << 20

  /// The text of a UTF-8 file.
  /// - Parameter most: bytes that it may have.
  public static func text(path: String, most: Int = mostBytes) throws(DocumentError) -> String {
    let bytes = try bytes(path: path, most: most)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let (line, column) = bytes.placeThatIsNotUTF8
    throw DocumentError(
      file: path, line: line, column: column, problem: "this is not UTF-8 text",
      remedy: "save the file as UTF-8")
  }

  /// What a file says that it is called, in a line `title: …` among its first, which is all that is read of it;
  /// nil where it says nothing, or is no file.
  public static func title(ofFile path: String) -> String? {
    guard let bytes = try? bytes(path: path, most: 4096, cutsOff: true) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split { $0 == "\n" || $0 == "\r\n" }
    guard let line = lines.first(where: { $0.hasPrefix("title:") }),
      let document = try? Document.parse(String(line), file: path)
    else { return nil }
    return try? document.openMapping().required("title").string()
  }

  private static func bytes(
    path: String, most: Int, cutsOff: Bool = false
  ) throws(DocumentError) -> [UInt8] {
    func error(_ problem: String, _ remedy: String) -> DocumentError {
      DocumentError(file: path, line: 1, column: 1, problem: problem, remedy: remedy)
    }
    // What is no file would be waited for, or never end.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw error("the file can't be read", "give the path of a readable file")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw error("this is not a file", "give the path of a readable file")
    }
    guard let data = try? handle.read(upToCount: cutsOff ? most : most + 1) else {
      throw error("the file can't be read", "give the path of a readable file")
    }
    guard data.count <= most else {
      throw error("the file is too large", "keep it within \(most >> 20) MiB")
    }
    return Array(data)
  }
}

extension [UInt8] {
  /// Line and column, both from 1, of the first byte that is not UTF-8.
  fileprivate var placeThatIsNotUTF8: (line: Int, column: Int) {
    var (line, column) = (1, 1)
    var decoder = UTF8()
    var bytes = makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return (line, column)
  }
}
