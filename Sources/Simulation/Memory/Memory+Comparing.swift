/// What differs between two states, and whether anything does.
extension Memory {
  /// What differs from another state of the same machine, given the pageblocks in which pages may.
  func delta(to other: Memory, in blocks: [Int]) -> StateDelta {
    var delta = StateDelta()
    for block in blocks {
      for index in block << pageblockOrder..<(block + 1) << pageblockOrder {
        let frame = frames[index] ^ other.frames[index]
        let next = links[index].next ^ other.links[index].next
        let previous = links[index].previous ^ other.links[index].previous
        if frame | next | previous != 0 {
          delta.pages.append(
            StateDelta.Page(
              pfn: UInt32(base + index), frame: frame, next: next, previous: previous))
        }
      }
    }
    for index in 0..<pageblocks.count where pageblocks[index] != other.pageblocks[index] {
      delta.pageblocks.append(
        StateDelta.Word(index: index, difference: UInt64(pageblocks[index] ^ other.pageblocks[index])))
    }
    for index in 0..<lists.count {
      let a = heads[index]
      let b = other.heads[index]
      let ends = UInt64(a.first ^ b.first) | UInt64(a.last ^ b.last) << 32
      if ends != 0 { delta.heads.append(StateDelta.Word(index: index * 2, difference: ends)) }
      let length = UInt64(a.length ^ b.length)
      if length != 0 { delta.heads.append(StateDelta.Word(index: index * 2 + 1, difference: length)) }
    }
    for index in 0..<registers.count where registers[index] != other.registers[index] {
      delta.registers.append(
        StateDelta.Word(
          index: index, difference: UInt64(bitPattern: Int64(registers[index] ^ other.registers[index]))))
    }
    return delta
  }

  /// Goes from one of the two states that a delta was taken of to the other.
  func apply(_ delta: StateDelta) {
    delta.pages.withUnsafeBufferPointer { pages in
      for page in pages {
        let index = Int(page.pfn) &- base
        frames[index] ^= page.frame
        links[index].next ^= page.next
        links[index].previous ^= page.previous
        touch(Int(page.pfn))
      }
    }
    for word in delta.pageblocks {
      pageblocks[word.index] ^= UInt8(truncatingIfNeeded: word.difference)
      touched[word.index] = true
    }
    for word in delta.heads {
      let list = word.index / 2
      if word.index % 2 == 0 {
        heads[list].first ^= UInt32(truncatingIfNeeded: word.difference)
        heads[list].last ^= UInt32(truncatingIfNeeded: word.difference >> 32)
      } else {
        heads[list].length ^= UInt32(truncatingIfNeeded: word.difference)
      }
    }
    for word in delta.registers {
      registers[word.index] ^= Int(Int64(bitPattern: word.difference))
    }
  }

  /// A digest of the whole state: equal states have equal digests, different ones hardly ever.
  public var digest: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    frames.mix(into: &hash)
    links.mix(into: &hash)
    pageblocks.mix(into: &hash)
    heads.mix(into: &hash)
    registers.mix(into: &hash)
    return hash
  }
}
