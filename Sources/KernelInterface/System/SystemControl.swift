/// The system calls that change something, as values, so that a test can put others in their place.
public struct SystemControl: Sendable {
  /// Writes to a file that is there, such as a setting of the kernel's.
  public var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileFailure) -> Void
  /// Makes a file that isn't there yet.
  public var create: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileFailure) -> Void
  /// Makes a folder that isn't there yet.
  public var makeDirectory: @Sendable (_ path: String) throws(FileFailure) -> Void
  /// Removes an empty folder, or one of tracefs.
  public var removeDirectory: @Sendable (_ path: String) throws(FileFailure) -> Void
  /// Waits for some time.
  public var sleep: @Sendable (_ time: Duration) -> Void
  /// Asks for a region of huge pages of 2 MiB and touches it one by one, as long as `goOn` says so.
  public var touchHugePages: @Sendable (_ megabytes: Int, _ goOn: () -> Bool) -> HugePages?

  public init(
    write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileFailure) -> Void,
    create: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileFailure) -> Void,
    makeDirectory: @escaping @Sendable (_ path: String) throws(FileFailure) -> Void,
    removeDirectory: @escaping @Sendable (_ path: String) throws(FileFailure) -> Void,
    sleep: @escaping @Sendable (_ time: Duration) -> Void,
    touchHugePages: @escaping @Sendable (_ megabytes: Int, _ goOn: () -> Bool) -> HugePages?
  ) {
    self.write = write
    self.create = create
    self.makeDirectory = makeDirectory
    self.removeDirectory = removeDirectory
    self.sleep = sleep
    self.touchHugePages = touchHugePages
  }

  /// The real ones.
  public static let system = SystemControl(
    write: { (path: String, bytes: [UInt8]) throws(FileFailure) in
      try SystemCalls.write(bytes, to: path, create: false)
    },
    create: { (path: String, bytes: [UInt8]) throws(FileFailure) in
      try SystemCalls.write(bytes, to: path, create: true)
    },
    makeDirectory: { (path: String) throws(FileFailure) in try SystemCalls.makeDirectory(path) },
    removeDirectory: { (path: String) throws(FileFailure) in try SystemCalls.removeDirectory(path) },
    sleep: { SystemCalls.sleep($0) },
    touchHugePages: { HugePages(megabytes: $0, goOn: $1) })
}
