/// Who runs compaction: a task of the requester, or the kernel thread.
public enum CompactionTask: Equatable, Sendable { case requester, kcompactd }
