internal import PejlAnalysis

extension WordCounts {
  /// The counts as bytes, sorted by word.
  var blob: [UInt8] {
    var writer = ByteWriter()
    for bag in [outside, inside] {
      writer.write(bag.total)
      writer.write(bag.words.sorted { $0.key < $1.key }) { writer, entry in
        writer.write(entry.key)
        writer.write(entry.value.passages)
        writer.write(entry.value.forms.sorted { $0.key < $1.key }) { writer, form in
          writer.write(form.key)
          writer.write(form.value)
        }
      }
    }
    return writer.finish()
  }

  init(blob: [UInt8]) throws(ByteReader.Damaged) {
    self.init()
    var reader = try ByteReader(blob)
    outside = try Bag(from: &reader)
    inside = try Bag(from: &reader)
  }
}

extension WordCounts.Bag {
  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    self.init()
    total = try reader.integer()
    let count = try reader.integer()
    words.reserveCapacity(count)
    for _ in 0..<count {
      let key = try reader.string()
      var word = WordCounts.Word()
      word.passages = try reader.integer()
      for _ in 0..<(try reader.integer()) {
        let form = try reader.string()
        let times = try reader.integer()
        word.forms[form] = times
        word.count += times
      }
      words[key] = word
    }
  }
}
