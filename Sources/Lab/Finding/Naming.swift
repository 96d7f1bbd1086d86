/// A name that is asked for: one is offered, and another can be typed in its place.
public struct Naming: Equatable, Sendable {
  public let offered: String
  /// Nil as long as the offered one stands.
  public private(set) var typed: String?

  init(offered: String) { self.offered = offered }

  /// The name as it is now; never empty.
  public var name: String { typed ?? offered }

  /// What is typed first takes the place of the offered name.
  mutating func type(_ text: String) { typed = (typed ?? "") + text }

  /// The offered name can be shortened, too; where nothing is left it is offered again.
  mutating func erase() {
    let rest = String(name.dropLast())
    typed = rest.isEmpty ? nil : rest
  }
}
