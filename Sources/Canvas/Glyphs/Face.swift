/// The faces the program uses; which font file stands behind each is the glyph source's business.
public enum Face: Int, Equatable, Hashable, Sendable, CaseIterable {
  case sans, sansSemiBold, mono, monoBold
}
