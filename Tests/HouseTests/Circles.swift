/// Circles of a directed graph.
enum Circles {
  /// The groups of more than one node within which each can be reached from each, the largest first
  /// (Tarjan's algorithm).
  static func of(_ edges: [Set<Int>]) -> [[Int]] {
    var search = Search(edges: edges)
    for node in edges.indices where search.number[node] == nil { search.visit(node) }
    return search.found.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  private struct Search {
    let edges: [Set<Int>]
    var number: [Int?]
    private var lowest: [Int]
    private var isOnPath: [Bool]
    private var path: [Int] = []
    private var count = 0
    var found: [[Int]] = []

    init(edges: [Set<Int>]) {
      self.edges = edges
      number = edges.map { _ in nil }
      lowest = edges.map { _ in 0 }
      isOnPath = edges.map { _ in false }
    }

    mutating func visit(_ node: Int) {
      number[node] = count
      lowest[node] = count
      count += 1
      path.append(node)
      isOnPath[node] = true
      for next in edges[node] {
        if number[next] == nil {
          visit(next)
          lowest[node] = min(lowest[node], lowest[next])
        } else if isOnPath[next] {
          lowest[node] = min(lowest[node], number[next] ?? 0)
        }
      }
      guard lowest[node] == number[node], let start = path.lastIndex(of: node) else { return }
      let group = path[start...].sorted()
      path.removeSubrange(start...)
      for member in group { isOnPath[member] = false }
      if group.count > 1 { found.append(group) }
    }
  }
}
