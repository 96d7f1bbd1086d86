/// A kernel's release (`uname -r`), and the line of kernels whose rules are nearest to it.
public struct KernelRelease: Equatable, Sendable {
  /// The lines of kernels that the model tells apart (model 15).
  public enum Line: String, Sendable, CaseIterable {
    case v61 = "6.1"
    case v612 = "6.12"
    case v618 = "6.18"
  }

  public let text: String
  public let major: Int
  public let minor: Int

  /// nil unless the text begins with two numbers, as in `6.12.117+deb12-arm64`.
  public init?(_ text: String) {
    let numbers = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard numbers.count >= 2, let major = Int(numbers[0]),
      let minor = Int(numbers[1].prefix { $0.isASCII && $0.isNumber })
    else { return nil }
    self.text = text
    self.major = major
    self.minor = minor
  }

  /// The newest line that is not newer than this kernel, 6.1 for older ones.
  public var line: Line {
    if (major, minor) >= (6, 18) { return .v618 }
    return (major, minor) >= (6, 12) ? .v612 : .v61
  }

  /// True when the kernel is of one of the lines itself.
  public var isOfLine: Bool { "\(major).\(minor)" == line.rawValue }
}
