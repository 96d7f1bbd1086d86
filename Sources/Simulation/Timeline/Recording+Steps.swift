extension Recording {
  /// Goes through the recorded steps in order, without a memory: for finding moments of a run.
  ///
  /// - Parameter body: is given the step (from 1), the rule that fired and, where blocks merged, the
  ///   order of what they became (0 elsewhere); says whether to go on.
  public func visitSteps(scale: Scale, _ body: (_ step: Int, _ rule: Rule, _ order: Order) -> Bool) {
    var step = 0
    for chunk in chunks {
      for index in 0..<chunk.count {
        let change = chunk[index]
        let order =
          change.rule == .mergesBlock ? Int(change.list) / PageListMap.types % scale.orders : 0
        for _ in 0..<change.steps {
          step += 1
          if !body(step, change.rule, order) { return }
        }
      }
    }
  }

  /// The steps that have to do with a page, ascending: it is looked at, or one of a step's changes names it.
  public func steps(touching pfn: Pfn) -> [Int] {
    var steps: [Int] = []
    walk(from: 0, forward: true) { step, change in
      var touched: Int?
      switch change.operation {
      case .migrateScan, .freeScan:
        let (ahead, rest) = (pfn - Int(change.frame)).quotientAndRemainder(dividingBy: Int(change.list))
        if rest == 0, (0..<change.steps).contains(ahead) { touched = step + ahead }
      case .register: break
      default: if Int(change.frame) == pfn || Int(change.argument) == pfn { touched = step }
      }
      if let touched, touched != steps.last { steps.append(touched) }
    }
    return steps
  }
}
