internal import PejlDuplicates

extension TextSketch {
  /// So many words of 64 bits hold ``longest``; what is behind them is 0.
  fileprivate static let longestWords = 6

  func write(to writer: inout ByteWriter) {
    writer.write(word: fingerprint)
    writer.write(count)
    for place in 0..<signature.scalarCount { writer.write(word: signature[place]) }
    for word in longest.words { writer.write(word: word) }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    let fingerprint = try reader.word()
    let count = try reader.integer()
    var signature = SIMD4<UInt64>.zero
    for place in 0..<signature.scalarCount { signature[place] = try reader.word() }
    var words: [UInt64] = []
    for _ in 0..<Self.longestWords { words.append(try reader.word()) }
    self.init(fingerprint: fingerprint, count: count, signature: signature, longest: SIMD32(words: words))
  }
}

extension SIMD32<UInt16> {
  /// The parts that a sketch uses, four in each word of 64 bits.
  fileprivate var words: [UInt64] {
    (0..<TextSketch.longestWords).map { word in
      (0..<4).reduce(0) { $0 | UInt64(self[word * 4 + $1]) << UInt64($1 * 16) }
    }
  }

  fileprivate init(words: [UInt64]) {
    self = .zero
    for (place, word) in words.enumerated() {
      for part in 0..<4 { self[place * 4 + part] = UInt16(truncatingIfNeeded: word >> UInt64(part * 16)) }
    }
  }
}

extension FoundTexts {
  /// What was found as bytes.
  var blob: [UInt8] {
    var writer = ByteWriter()
    writer.write(single) { $0.write(word: $1) }
    writer.write(clusters) { writer, cluster in
      writer.write(cluster.texts) { $0.write(word: $1) }
      for weight in cluster.weights { writer.write(weight) }
      writer.write(cluster.groups) { writer, group in
        writer.write(word: group.typical)
        writer.write(group.members) { writer, member in
          writer.write(word: member.fingerprint)
          writer.write(member.likeness)
        }
      }
    }
    return writer.finish()
  }

  init(blob: [UInt8]) throws(ByteReader.Damaged) {
    var reader = try ByteReader(blob)
    let single = try reader.array { (reader) throws(ByteReader.Damaged) in try reader.word() }
    let clusters = try reader.array { (reader) throws(ByteReader.Damaged) in
      let texts = try reader.array { (reader) throws(ByteReader.Damaged) in try reader.word() }
      var weights: [Int] = []
      for _ in texts { weights.append(try reader.integer()) }
      return Cluster(
        texts: texts, weights: weights,
        groups: try reader.array { (reader) throws(ByteReader.Damaged) in
          Group(
            typical: try reader.word(),
            members: try reader.array { (reader) throws(ByteReader.Damaged) in
              Member(fingerprint: try reader.word(), likeness: try reader.double())
            })
        })
    }
    self.init(single: single, clusters: clusters)
  }
}
