/// All that is known of one page frame, in one word: kind, list, order, type and flags.
public struct Frame: Equatable, Sendable {
  public var bits: UInt32
  @inline(__always) public init(bits: UInt32) { self.bits = bits }
  @inline(__always) public init(_ kind: PageKind, _ flags: PageFlags = [], order: Order = 0) {
    bits = UInt32(kind.rawValue) | UInt32(truncatingIfNeeded: order) &<< 4 | flags.rawValue
  }

  static let kindMask: UInt32 = 0x0f
  static let orderMask: UInt32 = 0xf0
  static let typeMask: UInt32 = 0x700
  static let placeMask: UInt32 = 0x3800
  /// What travels when a page moves.
  static let contentMask: UInt32 = kindMask | PageFlags.all.rawValue

  @inline(__always) public var kind: PageKind {
    PageKind(rawValue: UInt8(truncatingIfNeeded: bits & Frame.kindMask)).unsafelyUnwrapped
  }
  @inline(__always) public var flags: PageFlags { PageFlags(rawValue: bits & PageFlags.all.rawValue) }
  /// The order of the free block or compound page that starts here; 0 elsewhere.
  @inline(__always) public var order: Order { Int(bits &>> 4 & 0xf) }
  @inline(__always) public var place: Place {
    Place(rawValue: UInt8(truncatingIfNeeded: bits &>> 11 & 7)).unsafelyUnwrapped
  }
  /// The type of the free list the block is or was last on; on a per-CPU list, the type that it goes
  /// back as in 6.1.
  @inline(__always) public var listType: Migratetype {
    Migratetype(rawValue: UInt8(truncatingIfNeeded: bits &>> 8 & 7)).unsafelyUnwrapped
  }

  @inline(__always) func has(_ flag: PageFlags) -> Bool { bits & flag.rawValue != 0 }
  @inline(__always) var isBuddy: Bool { bits & Frame.placeMask == Frame.placeBits(.buddy) }
  @inline(__always) func isBuddy(order: Order) -> Bool {
    bits & (Frame.placeMask | Frame.orderMask)
      == Frame.placeBits(.buddy) | UInt32(truncatingIfNeeded: order) &<< 4
  }
  @inline(__always) var isCompound: Bool {
    bits & (PageFlags.head.rawValue | PageFlags.tail.rawValue) != 0
  }

  @inline(__always) static func placeBits(_ place: Place) -> UInt32 { UInt32(place.rawValue) &<< 11 }
  @inline(__always) static func orderBits(_ order: Order) -> UInt32 {
    UInt32(truncatingIfNeeded: order) &<< 4
  }
  @inline(__always) static func typeBits(_ type: Migratetype) -> UInt32 { UInt32(type.rawValue) &<< 8 }
}
