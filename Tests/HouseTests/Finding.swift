import Testing

/// What a check of the house looks at; the exceptions are grouped by it.
enum Check: String, CaseIterable {
  case circleOfFiles, circleOfFolders, sameTypeName, sameFileName, longFile, longFunction
  case deadDeclaration, idleImport, concept, words, threads, unchecked, pointers
}

/// A place where a check does not hold.
struct Finding: Equatable {
  /// What the exceptions call it: a name that stays when a file moves.
  var subject: String
  /// Where, what, and how to mend it.
  var message: String
}

/// Fails for each finding that is no exception, and for each exception that nothing needs any more.
func expectNone(_ findings: [Finding], _ check: Check) {
  let exceptions = Exceptions.of(check)
  for finding in findings where exceptions[finding.subject] == nil {
    Issue.record("\(finding.message)")
  }
  for subject in Set(exceptions.keys).subtracting(findings.map(\.subject)).sorted() {
    Issue.record("Exceptions.swift: \(check) of \(subject) holds now; remove its line")
  }
}
