/// Everything that one can do by key in a place: the keys that do it.
struct KeyRow: Equatable {
  var place: KeyContext?
  /// All of one name, in the order of the table.
  var bindings: [KeyBinding]

  var name: String { bindings[0].name }
  /// What choosing the row does.
  var action: Action { bindings[0].action }
}

extension LabState {
  /// All that can be done by key where the person is, beneath the sheet.
  var keyRows: [KeyRow] {
    var rows: [KeyRow] = []
    for binding in bindings.bindings(in: placeBelowSheet) {
      if let index = rows.firstIndex(where: { $0.place == binding.place && $0.name == binding.name }) {
        rows[index].bindings.append(binding)
      } else {
        rows.append(KeyRow(place: binding.place, bindings: [binding]))
      }
    }
    return rows
  }
}
