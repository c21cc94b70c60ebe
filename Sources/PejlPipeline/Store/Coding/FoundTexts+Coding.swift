internal import PejlDuplicates

extension TextSketch {
  func write(to writer: inout ByteWriter) {
    writer.write(word: fingerprint)
    writer.write(count)
    for place in 0..<signature.scalarCount { writer.write(word: signature[place]) }
  }

  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    let fingerprint = try reader.word()
    let count = try reader.integer()
    var signature = SIMD4<UInt64>.zero
    for place in 0..<signature.scalarCount { signature[place] = try reader.word() }
    self.init(fingerprint: fingerprint, count: count, signature: signature)
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
