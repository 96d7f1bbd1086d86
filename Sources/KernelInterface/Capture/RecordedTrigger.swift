/// What set the recorded compaction off.
public enum RecordedTrigger: Equatable, Sendable {
  /// 1 was written to `/proc/sys/vm/compact_memory`.
  case sync
  /// The same so many times, one after the other.
  case syncs(Int)
  /// 1 was written to `/sys/devices/system/node/node0/compact`.
  case node
  /// `pages` huge pages of 2 MiB were asked for through `/proc/sys/vm/nr_hugepages`.
  case hugetlb(pages: Int)
  /// A program touched a region of `megabytes` MiB that it had marked with `MADV_HUGEPAGE`.
  case thp(megabytes: Int)
  /// `compaction_proactiveness` was 100 for so long at the most, in whole seconds.
  case proactive(Duration)
  /// Nothing: the machine was only watched.
  case none

  /// `sync`, `syncs:N`, `node`, `hugetlb:N`, `thp:N`, `proactive:N` or `none`: the first word of the text. Others
  /// are not simulated.
  public init?(_ text: String) {
    let word = text.split(separator: " ").first ?? ""
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    let number = parts.count == 2 ? Int(parts[1]).flatMap { (1...Self.most).contains($0) ? $0 : nil } : nil
    switch (parts.first, number) {
    case ("sync", nil) where parts.count == 1: self = .sync
    case ("node", nil) where parts.count == 1: self = .node
    case ("none", nil) where parts.count == 1: self = .none
    case ("syncs", let times?) where times <= Self.mostWrites: self = .syncs(times)
    case ("hugetlb", let pages?): self = .hugetlb(pages: pages)
    case ("thp", let megabytes?): self = .thp(megabytes: megabytes)
    case ("proactive", let seconds?): self = .proactive(.seconds(seconds))
    default: return nil
    }
  }

  /// More pages, MiB or seconds than anybody asks for.
  private static let most = 1 << 20
  private static let mostWrites = 1000

  public var text: String {
    switch self {
    case .sync: "sync"
    case .syncs(let times): "syncs:\(times)"
    case .node: "node"
    case .hugetlb(let pages): "hugetlb:\(pages)"
    case .thp(let megabytes): "thp:\(megabytes)"
    case .proactive(let longest): "proactive:\(longest.components.seconds)"
    case .none: "none"
    }
  }
}
