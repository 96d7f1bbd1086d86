/// A declaration of a source file, as far as tokens tell.
struct Declaration: Equatable {
  enum Kind: String {
    case `struct`, `class`, `enum`, `protocol`, `actor`, `typealias`, `associatedtype`, `extension`
    case `func`, `init`, `deinit`, `subscript`, `var`, `let`, `case`

    /// It makes a type that others can name.
    var isType: Bool {
      switch self {
      case .struct, .class, .enum, .protocol, .actor, .typealias: true
      default: false
      }
    }
    /// It is followed by statements.
    var isFunction: Bool { [.func, .`init`, .deinit, .subscript].contains(self) }
  }
  var kind: Kind
  /// An extension's is the type it extends.
  var name: String
  /// The types around it, from the outside in.
  var scope: [String] = []
  /// Inside a function, an accessor or a closure.
  var isLocal = false
  var modifiers: Set<String> = []
  /// The types named after a type's colon.
  var inherited: [String] = []
  var line = 0
  /// That of its closing brace; of its name if it has none.
  var lastLine = 0
  /// Where it stands among the file's tokens, from its keyword to its closing brace.
  var tokens = 0..<0
  /// Its opening brace.
  var body: Int?

  var isTopLevel: Bool { scope.isEmpty && !isLocal }
  var lines: Int { lastLine - line + 1 }
  /// With the types around it, as in `Outer.Inner`.
  var path: String { (scope + [name]).joined(separator: ".") }
}
