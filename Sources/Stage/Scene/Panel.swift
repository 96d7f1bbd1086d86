/// A part of the window that can be named. The panels of the right column name themselves, each in its
/// own file.
public struct Panel: Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ name: String) { description = name }

  public static let title = Panel("title")
  public static let map = Panel("map")
  public static let legend = Panel("legend")
  public static let explanation = Panel("explanation")
  public static let timeline = Panel("timeline")
  public static let timelineKey = Panel("timelineKey")
  public static let keys = Panel("keys")
  public static let live = Panel("live")
  public static let message = Panel("message")
  public static let prompt = Panel("prompt")
  /// Another branch beside the map.
  public static let beside = Panel("beside")
  /// The figures of both branches.
  public static let comparison = Panel("comparison")
}
