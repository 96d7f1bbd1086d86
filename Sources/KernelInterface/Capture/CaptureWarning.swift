/// Something about a capture that a reader should know, though the rest is usable.
public struct CaptureWarning: Equatable, Sendable {
  /// The file as it was named to the reader.
  public let file: String
  public let matter: Matter

  public init(_ file: String, _ matter: Matter) { (self.file, self.matter) = (file, matter) }

  /// What there is to know of the file.
  public enum Matter: Equatable, Sendable {
    /// The rules were checked on recordings of arm64 only.
    case uncheckedArchitecture(String)
    /// Lines of a file that have these names were skipped: a newer kernel writes more.
    case unknownLines([String])
    /// The recording program counted so many lost events.
    case lostEvents(Int)
    /// The trace itself says that events were lost, so many at least.
    case overran(Int)
    /// The trace has fewer events than it says.
    case cutShort(events: Int, of: Int)
    case missing(Part)
    /// So many orders and per-CPU sets do not add up: they changed while they were read.
    case takenInMotion(orders: Int, sets: Int)
    /// This machine's file could not be recorded.
    case notRecorded(FileFailure)
    /// A setting of this machine that the trigger had changed could not be set back.
    case notSetBack(FileFailure)
  }

  /// A file of a state that may be missing, by its name.
  public enum Part: String, Sendable, CaseIterable {
    case kpagecount, buddyinfo, pagetypeinfo, vmstat, pageblocks, freelists, pinned
  }
}
