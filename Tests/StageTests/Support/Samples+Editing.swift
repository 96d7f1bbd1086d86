import Simulation

@testable import Stage

extension Samples {
  /// Pages are being painted; or settings changed, where one of them is chosen.
  static func editing(_ scene: Scene, setting: Int? = nil) -> Scene {
    var scene = scene
    scene.explanation = Explanation(
      heading: "Page 0x100034 now holds this: kernel memory.",
      text:
        "Paint pages with the keys shown. Enter lets the run go on from here; the old one stays, as a branch.",
      voice: .lesson)
    scene.edit = EditForm(
      brushes: [
        EditForm.Brush(look: .free(0), key: "0"), EditForm.Brush(look: .anonymous, key: "A"),
        EditForm.Brush(look: .file, key: "F"), EditForm.Brush(look: .pinned, key: "P"),
        EditForm.Brush(look: .kernel, key: "K"),
      ],
      brush: 4, pageblock: EditForm.Setting(name: "pageblock", value: "Reclaimable"), pageblockKey: "T",
      settings: [
        EditForm.Setting(name: "kernel", value: "Linux 6.12"),
        EditForm.Setting(name: "asked", value: "kcompactd, sync-light", isChanged: true),
        EditForm.Setting(name: "order", value: "−1, whole zone"),
        EditForm.Setting(name: "watermark min", value: "1 932"),
        EditForm.Setting(name: "watermark low", value: "2 891"),
        EditForm.Setting(name: "watermark high", value: "3 850"),
      ],
      selection: setting, count: "12 changes")
    scene.title.branch = Title.Branch(name: "branch B", full: "branch B, from step 425")
    scene.timeline?.forks = [425, 20]
    scene.ring = setting == nil ? .map : .edit
    if case .pages(var map) = scene.map {
      map.inspector = firstPfn + 60
      map.inspectsPage = true
      map.marked = [firstPfn + 60..<firstPfn + 61, firstPfn + 70..<firstPfn + 90]
      scene.map = .pages(map)
    }
    return scene
  }

  /// Two branches of a run side by side.
  static func beside(_ scene: Scene, isLeft: Bool = true) -> Scene {
    var scene = scene
    var other = scene.map
    if case .pages(var map) = scene.map {
      map.marked = [firstPfn + 32..<firstPfn + 64, firstPfn + 500..<firstPfn + 512]
      scene.map = .pages(map)
      other = .pages(map)
    }
    let names = ["compact_isolated", "compact_migrate_scanned", "compact_free_scanned"]
    scene.beside = Beside(
      map: other, isLeft: isLeft,
      own: Beside.Branch(
        name: "branch B, from step 425", place: "step 1 634 652 of 1 634 652",
        event: "Held pages at 0x1001f5 go back to the free lists."),
      other: Beside.Branch(
        name: "branch A", place: "step 530 292 of 1 634 652",
        event: "The free scanner takes the free block at 0x1001f5."),
      figures: [
        Beside.Figure(name: "free blocks ≥ order 9", own: 1234, other: 12_345, isCounter: false),
        Beside.Figure(name: "free pages", own: 402_144, other: 402_144, isCounter: false),
      ] + names.map { Beside.Figure(name: $0, own: 168_960, other: 201_904, isCounter: true) })
    scene.title.branch = Title.Branch(name: "branch B", full: "branch B, from step 425")
    return scene
  }
}
