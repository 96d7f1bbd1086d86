import Canvas
import Surroundings

extension PrivateDisplay {
  /// What the display shows.
  func screenshot() throws -> Image {
    let folder = try TemporaryFolder()
    let file = folder.file("screen.png")
    try run("import", ["-window", "root", "-depth", "8", "png24:" + file])
    return try Image(png: file)
  }
}
