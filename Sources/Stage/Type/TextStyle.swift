import Canvas

/// How a text looks: what it is for, its face and its colour.
struct TextStyle: Equatable {
  var role: TypeScale.Role = .label
  var face: Face = .sans
  var color: Color
}
