/// A kernel's release as `uname -r` names it, or as much of it as somebody says: `6.12`, `6.12.117+deb12-arm64`.
public struct KernelRelease: Equatable, Sendable, CustomStringConvertible {
  /// What kernels of one line have in common.
  struct Line: Comparable, CustomStringConvertible {
    let major: Int
    let minor: Int

    static func < (a: Line, b: Line) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
    var description: String { "\(major).\(minor)" }
  }

  let line: Line
  /// The third number, of the stable release; nil where nobody says it.
  let stable: Int?
  /// As it was said.
  public let description: String

  init(_ major: Int, _ minor: Int, _ stable: Int) {
    line = Line(major: major, minor: minor)
    self.stable = stable
    description = "\(line).\(stable)"
  }

  /// nil unless the text begins with two numbers. The third one of a name such as `6.1.0-56-arm64` counts
  /// builds of a distribution and says nothing.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    func number(_ part: Int) -> Int? {
      parts.indices.contains(part) ? Int(parts[part].prefix { $0.isASCII && $0.isNumber }) : nil
    }
    guard parts.count >= 2, let major = Int(parts[0]), major >= 0, let minor = number(1) else { return nil }
    line = Line(major: major, minor: minor)
    let namesBuild = parts.count == 3 && parts[2].hasPrefix("0-")
    stable = namesBuild ? nil : number(2)
    description = String(text)
  }

  /// Whether the third number is known.
  public var namesStable: Bool { stable != nil }

  public func isOfSameLine(as other: KernelRelease) -> Bool { line == other.line }

  /// Whether it is one of a line of kernels whose rules are known.
  public var isOfKnownLine: Bool { KernelVersion.all.contains { $0.release.line == line } }

  /// The kernel whose rules are taken for it: of the newest line that is not newer, of the oldest for older
  /// ones. Where the rules of two releases of its line are known the nearer decides, for a release without
  /// a third number the recorded one (model 3.2).
  public var version: KernelVersion {
    let nearest = KernelVersion.all.last { $0.release.line <= line } ?? .v6_1
    guard isOfKnownLine, let stable else { return nearest }
    func distance(_ version: KernelVersion) -> Int { abs((version.release.stable ?? 0) - stable) }
    return KernelVersion.known.filter { $0.release.line == line }.min { distance($0) < distance($1) }
      ?? nearest
  }

  /// The two releases of its line, whose rules differ, between which it lies; nil where it lies between none.
  public var neighbours: (older: KernelRelease, newer: KernelRelease)? {
    let known = KernelVersion.known.map(\.release).filter { $0.line == line }
    guard let stable, let older = known.last(where: { ($0.stable ?? 0) < stable }),
      let newer = known.first(where: { ($0.stable ?? 0) > stable }),
      !known.contains(where: { $0.stable == stable })
    else { return nil }
    return (older, newer)
  }
}
