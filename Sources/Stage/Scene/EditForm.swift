/// What can be changed by hand before the run goes on, and how far that has come.
public struct EditForm: Equatable, Sendable {
  /// What a page can be painted with.
  public struct Brush: Equatable, Sendable {
    public var look: PageLook
    /// The key that paints with it.
    public var key: String
    public init(look: PageLook, key: String) {
      self.look = look
      self.key = key
    }
  }
  /// Something with a value that can be a step further or a step back.
  public struct Setting: Equatable, Sendable {
    public var name: String
    public var value: String
    /// Other than that of the run on screen.
    public var isChanged: Bool
    public init(name: String, value: String, isChanged: Bool = false) {
      self.name = name
      self.value = value
      self.isChanged = isChanged
    }
  }

  public var brushes: [Brush]
  /// The brush taken last, from 0.
  public var brush: Int
  /// The type of the pageblock under the cursor, and the key that changes it.
  public var pageblock: Setting
  public var pageblockKey: String
  public var settings: [Setting]
  /// The chosen setting, from 0; nil while keys go to the map.
  public var selection: Int?
  /// How many edits there are.
  public var count: String
  /// Why something can't be changed so, where nothing else says it.
  var refusal: String?

  public init(
    brushes: [Brush], brush: Int, pageblock: Setting, pageblockKey: String, settings: [Setting],
    selection: Int? = nil, count: String = ""
  ) {
    self.brushes = brushes
    self.brush = brush
    self.pageblock = pageblock
    self.pageblockKey = pageblockKey
    self.settings = settings
    self.selection = selection
    self.count = count
  }

  var rows: Int { brushes.count + 1 + settings.count }
}
