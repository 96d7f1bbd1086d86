/// What does not hold yet or cannot, each with its reason. The lists may only shrink: a line that nothing needs
/// any more fails the tests.
enum Exceptions {
  /// Subjects of findings with the reason why each stands.
  static func of(_ check: Check) -> [String: String] { list[check] ?? [:] }

  private static let list: [Check: [String: String]] = [
    .circleOfFiles: [
      "compaction-lab": "the commands name each other’s options"
    ],
    .deadDeclaration: [
      "DrawList.dump": "what tests look with",
      "PictureComparison": "what tests look with",
      "PictureComparison.agrees": "what tests look with",
      "CaptureRecorder": "until a command records",
      "FileReading.fake": "what tests look with",
      "Memory.checkInvariants": "what tests look with",
      "Run.simulate": "what benchmarks measure",
      "LinearRGB.contrast": "what tests look with",
      "Catalogue.pseudoLanguage": "what tests look with",
      "XLibrary.ErrorEvent.resource": "a field of X’s own structure",
      "XLibrary.ErrorEvent.serial": "a field of X’s own structure",
    ],
    .idleImport: [:],
    .words: [
      "CaptureRecorder.swift": "a file’s format, and what no command reaches yet",
      "FreeLists.swift": "a file’s format",
      "PageBlocks.swift": "a file’s format",
      "PageTypeInfo.swift": "a file’s format",
      "PinnedPages.swift": "a file’s format",
      "ZoneInfo.swift": "a file’s format",
      "ContentFolder.swift": "part of an error that another function throws",
      "FillStep.swift": "part of an error that another function throws",
      "DoctorCommand.swift": "speaks when the catalogue may not be found",
    ],
    .threads: [
      "SystemCalls.swift Thread": "before it is moved to Background",
      "Interruption.swift sem_init": "before it is moved to Background",
    ],
    .unchecked: [:],
    .pointers: [
      "Mailbox.swift": "a message that nobody has",
      "RunSession.swift": "what a session that is over leaves",
      "Surface.swift": "the pixels",
      "Image+PNG.swift": "libpng reads and writes them",
      "HugePages.swift": "the mapping it touches",
      "PageWords.swift": "words are read in place",
      "SystemCalls.swift": "system calls take them",
      "Zstd.swift": "libzstd takes them",
      "Markdown.swift": "libcmark’s handles",
      "PagePlan+Memory.swift": "millions of pages",
      "PagePlan.swift": "millions of pages",
      "Memory+Comparing.swift": "tables are compared byte by byte",
      "Memory.swift": "page frames, without a check of each",
      "Table.swift": "the tables of memory",
      "Frame.swift": "a raw value that was written from one",
      "FontConfiguration.swift": "fontconfig’s handles",
      "FontData.swift": "a mapped file",
      "SizedFont.swift": "SDL_ttf’s handles",
      "EventReader.swift": "text in an SDL event",
      "Interruption.swift": "a semaphore for a signal",
      "TexturePresenter.swift": "SDL’s handles",
      "WindowHandle.swift": "SDL’s handle",
      "XLibrary.swift": "functions of libX11",
    ],
  ]
}
