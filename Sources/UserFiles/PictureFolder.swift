import Canvas

/// The folder that pictures of the window are saved in.
public final class PictureFolder: Sendable {
  private let folder: NewFileFolder
  private let wake: @Sendable () -> Void

  public var path: String { folder.path }

  /// - Parameters:
  ///   - path: made when the first picture is saved.
  ///   - wake: called on any thread when there is an outcome to take.
  public init(path: String, wake: @escaping @Sendable () -> Void) {
    folder = NewFileFolder(path: path)
    self.wake = wake
  }

  /// Saves the picture soon, as `NAME.png`, or `NAME-2.png` where that is taken.
  public func save(_ image: Image, named name: String) {
    folder.add(name, "png", wake: wake) { (file: String) throws(FileDraft.Failure) in
      do throws(PNGError) {
        try image.write(png: file)
      } catch {
        throw FileDraft.Failure(reason: error.reason)
      }
    }
  }

  /// How the last picture fared; given once.
  public func takeOutcome() -> SaveOutcome? { folder.takeOutcome() }

  /// Waits until all pictures are saved.
  public func finish() { folder.finish() }
}
