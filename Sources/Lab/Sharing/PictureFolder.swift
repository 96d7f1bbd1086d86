import Canvas
import Foundation
import KernelInterface

/// Saves pictures of the window, each in a file that was not there before; behind the window, since a large
/// one takes a moment.
public final class PictureFolder: Sendable {
  public enum Outcome: Equatable, Sendable {
    case saved(String)
    case failed(String)
  }

  public let path: String
  private let outcome = Mailbox<Outcome>()
  private let queue = DispatchQueue(label: "pictures")
  private let wake: @Sendable () -> Void

  /// - Parameters:
  ///   - path: made when the first picture is saved.
  ///   - wake: called on any thread when there is an outcome to take.
  public init(path: String, wake: @escaping @Sendable () -> Void) {
    self.path = path
    self.wake = wake
  }

  /// Saves the picture soon, as `NAME.png`, or `NAME-2.png` where that is taken.
  public func save(_ image: Image, named name: String) {
    queue.async { [self] in
      do throws(PNGError) {
        outcome.post(.saved(try write(image, name)))
      } catch {
        outcome.post(.failed(error.description))
      }
      wake()
    }
  }

  /// How the last picture fared; given once.
  public func takeOutcome() -> Outcome? { outcome.take() }

  /// Waits until all pictures are saved.
  public func finish() { queue.sync {} }

  private func write(_ image: Image, _ name: String) throws(PNGError) -> String {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let file = try newFile(name)
    do throws(PNGError) {
      try image.write(png: file)
    } catch {
      try? FileManager.default.removeItem(atPath: file)
      throw error
    }
    return file
  }

  /// Makes an empty file under the first name that is free.
  private func newFile(_ name: String) throws(PNGError) -> String {
    for number in 1... {
      let file = "\(path)/\(name)\(number == 1 ? "" : "-\(number)").png"
      let descriptor = open(file, O_CREAT | O_EXCL | O_WRONLY, 0o644)
      if descriptor >= 0 {
        close(descriptor)
        return file
      }
      if errno != EEXIST { throw PNGError(file: file, reason: String(cString: strerror(errno))) }
    }
    preconditionFailure("numbers have no end")
  }
}
