import Testing

@Suite("Declarations in code")
struct DeclarationTests {
  private func declarations(_ code: String) -> [Declaration] {
    SourceFile(path: "Sources/M/F.swift", code: code).declarations
  }

  @Test("Types, members and cases are found with the types around them")
  func members() {
    let found = declarations(
      """
      public final class A<T: P>: B, C where T: D {
        private(set) var a = 1, b: [Int] = [1, 2]
        let (c, d) = pair
        enum E: String { case f, g = "x", h(Int, i: Int) }
        static func j(k: () -> Int = { 1 }) -> Int { let l = 2; return l }
        init?(m: Int) { self.init() }
        subscript(n: Int) -> Int { get { 1 } set { } }
        class func o() {}
      }
      extension A.E { typealias P = Int }
      protocol Q: AnyObject { associatedtype R; var s: Int { get }; func t() }
      """)
    #expect(
      found.map(\.path) == [
        "A", "A.a", "A.b", "A.c", "A.d", "A.E", "A.E.f", "A.E.g", "A.E.h", "A.j", "A.init", "A.subscript",
        "A.o",
        "A.E", "A.E.P", "Q", "Q.R", "Q.s", "Q.t",
      ])
    #expect(found[0].inherited == ["B", "C"])
    #expect(found[0].modifiers == ["public", "final"])
    #expect(found[5].inherited == ["String"])
  }

  @Test("What a function, a closure or a property declares inside is its own")
  func locals() {
    let found = declarations(
      """
      func a() {
        struct B { var c = 0 }
        func d() { if case let e? = f { switch e { case .g: break } } }
      }
      var h: Int { func i() {}; return 1 }
      let j = { (k: Int) in func l() {} }
      """)
    #expect(found.filter(\.isTopLevel).map(\.name) == ["a", "h", "j"])
    #expect(found.filter(\.isLocal).map(\.name) == ["B", "d", "i", "l"])
  }

  @Test("A declaration has the lines from its keyword to its closing brace")
  func lines() {
    let found = declarations(
      "struct A {\n  func b(\n    c: Int\n  ) -> Int {\n    c\n  }\n\n  var d: Int\n  func e() {}\n}\n")
    #expect(found.map(\.lines) == [10, 5, 1, 1])
  }

  @Test("Names that are members of something declare nothing")
  func uses() {
    #expect(declarations("let a = b.init(c: .case, d: E.self); f.func.let").map(\.name) == ["a"])
  }

  @Test("Imports are found whatever their form")
  func imports() {
    let file = SourceFile(
      path: "Sources/M/F.swift",
      code: """
        import A
        @testable import B
        @preconcurrency internal import struct C.D
        // an import E
        """)
    #expect(file.imports == ["A", "B", "C"])
  }
}
