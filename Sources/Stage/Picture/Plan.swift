import Simulation

extension Stage {
  /// A scene in a window: where everything stands, before anything is drawn.
  public struct Plan {
    let scene: Scene
    let motion: Motion?
    let setter: Typesetter
    let layout: Layout
    let map: MapPlan?
    /// The map of another branch.
    let beside: MapPlan?

    init(_ scene: Scene, motion: Motion?, width: Float, height: Float, setter: Typesetter) {
      self.scene = scene
      self.motion = motion
      self.setter = setter
      let layout = Layout(scene: scene, width: width, height: height, setter: setter)
      self.layout = layout
      guard scene.blank == nil else {
        (map, beside) = (nil, nil)
        return
      }
      func plan(_ map: Scene.Map, _ motion: Motion?, in panel: Panel) -> MapPlan? {
        layout[panel].map { rect in
          MapPlan(
            map, of: scene, motion: motion,
            in: scene.beside == nil
              ? rect : BranchHeading.room(below: rect, setter: setter, unit: layout.unit),
            aside: rect.x - (layout[.map]?.x ?? rect.x), setter: setter, unit: layout.unit)
        }
      }
      map = plan(scene.map, motion, in: .map)
      beside = scene.beside.flatMap { plan($0.map, motion, in: .beside) }
    }

    /// What was to stay at its height in a map that is scrolled is not looked at any more.
    public var hasLetGo: Bool { map?.hasLetGo == true }

    /// Not all that is said to the room is seen at once.
    public var hasMoreToSay: Bool { layout.hasMoreToSay }

    /// First pages of the pageblocks whose pages are seen, on a board that is looked at closely: what is in
    /// them is to be known when it is drawn.
    public var pageblocksInDetail: [Pfn] { map?.pageblocksInDetail ?? [] }

    /// The same of the branch beside it.
    public var pageblocksInDetailBeside: [Pfn] { beside?.pageblocksInDetail ?? [] }
  }
}
