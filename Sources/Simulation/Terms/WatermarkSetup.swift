/// How the kernel sizes the reserves of a machine at boot (model 2.9).
public enum WatermarkSetup {
  /// KiB to be kept free, from the memory that kernel and programs share
  /// (`calculate_min_free_kbytes`): 128 to 262 144.
  /// - Parameter lowmem: pages.
  public static func minFreeKilobytes(lowmem: Int) -> Int {
    min(max(Int(Double(lowmem * 4 * 16).squareRoot()), 128), 262_144)
  }

  /// The same where huge pages of the page table are enabled: khugepaged wants two free pageblocks a zone
  /// and room for each pair of migratetypes (`set_recommended_min_free_kbytes`).
  /// - Parameter zones: populated ones, up to Normal.
  public static func minFreeKilobytesWithHugePages(lowmem: Int, zones: Int) -> Int {
    let types = 3
    let wanted = 512 * zones * (2 + types * types)
    return max(minFreeKilobytes(lowmem: lowmem), 4 * min(wanted, lowmem / 20))
  }

  /// Pages that a zone keeps from requests which could be served by the zones above it
  /// (`setup_per_zone_lowmem_reserve`).
  /// - Parameters:
  ///   - managed: pages of the zones above, up to the highest that the request may use.
  ///   - ratio: 256 for DMA and DMA32, 32 for Normal; less than 1 for none.
  public static func lowmemReserve(against managed: Int, ratio: Int) -> Int {
    ratio < 1 ? 0 : managed / ratio
  }
}
