/// Who runs compaction: a task of the requester, or the kernel thread.
public enum CompactionTask: Int, CaseIterable, Sendable { case requester, kcompactd }
