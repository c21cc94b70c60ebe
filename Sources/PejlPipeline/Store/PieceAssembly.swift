internal import PejlCache
internal import PejlReport
internal import PejlText

/// Puts files together of fragments that earlier runs wrote and of those that are new.
struct PieceAssembly: Sendable {
  /// Where fragments stand in the files that were written.
  struct Places {
    var fragments: [(response: Int, number: Int, place: FormerReport.Place)] = []
    var shared: [(number: Int, place: FormerReport.Place)] = []
  }

  let edition: ReportEdition
  /// The former files, by the places of ``FormerReport/pieced``; nil for one that cannot be used.
  let sources: [MappedFile?]
  /// The fragments that are new; nil where there are none.
  let fresh: MappedFile?
  /// By response and number: where fragments are to be taken from.
  let places: [[FormerReport.Place]]
  /// By number: where what is said of shared texts is to be taken from.
  let shared: [FormerReport.Place]
  /// The paths of all files that are put together, in order.
  let paths: [String]

  /// Writes `files` into the folder `stage`.
  ///
  /// - Returns: where the fragments stand now.
  /// - Throws: ``InvalidInput`` when something cannot be written.
  func write(_ files: [PiecedFile], into stage: String) throws -> Places {
    var written = Places()
    for content in files {
      try Task.checkCancellation()
      guard let number = paths.firstIndex(of: content.path) else { continue }
      let file = try PieceFile("\(stage)/\(content.path)")
      var run = PieceRun(file)
      for piece in content.pieces {
        switch piece {
        case .bytes(let own): try run.write(own)
        case .fragment(let response, let fragment):
          let range = try write(places[response][fragment], to: &run) {
            try edition.fragment(fragment, ofResponse: response)
          }
          written.fragments.append((response, fragment, FormerReport.Place(file: number, range: range)))
        case .shared(let item):
          let range = try write(shared[item], to: &run) { try edition.shared(item) }
          written.shared.append((item, FormerReport.Place(file: number, range: range)))
        }
      }
      try run.finish()
      try file.finish()
    }
    return written
  }

  /// Copies what stands at `place`, or writes what `make` makes where nothing stands there.
  private func write(
    _ place: FormerReport.Place, to run: inout PieceRun, make: () throws -> [UInt8]
  ) throws -> FormerReport.Range {
    let start = run.count
    let end = place.range.start + place.range.length
    if let source = source(place), end <= source.bytes.count {
      try run.copy(place.range.start..<end, of: source.bytes)
    } else {
      try run.write(make())
    }
    return FormerReport.Range(start: start, length: run.count - start)
  }

  /// Where all fragments stand in files now, by response and number.
  func joined(_ written: [Places]) -> [[FormerReport.Place]] {
    var result = places.map { [FormerReport.Place](repeating: .none, count: $0.count) }
    for own in written {
      for (response, number, place) in own.fragments { result[response][number] = place }
    }
    return result
  }

  /// The file that `place` is in; nil where there is none.
  private func source(_ place: FormerReport.Place) -> MappedFile? {
    if place.isNone { return nil }
    return place.file == sources.count ? fresh : sources[place.file]
  }
}

extension FormerReport {
  /// The files that are put together of fragments, as they stand in `folder`; nil for one that cannot be used.
  func sources(in folder: String) -> [MappedFile?] {
    zip(pieced, isUsable).map { path, isUsable in
      isUsable ? try? FormerFile("\(folder)/\(path)")?.mapped() : nil
    }
  }

  /// Where what is said of a shared text stands; nil where that cannot be used.
  func place(ofShared key: UInt64) -> Place? {
    guard let place = shared[key], isUsable(place) else { return nil }
    return place
  }

  private func isUsable(_ place: Place) -> Bool { isUsable.indices.contains(place.file) && isUsable[place.file] }

  /// Where the fragments of a response stand; nil unless each of them can be used.
  func fragments(of version: ResponseVersion, count: Int) -> [Place]? {
    guard let known = pieces[version]?.fragments, known.count == count,
      known.allSatisfy({ $0.isNone || isUsable($0) })
    else { return nil }
    return known
  }
}
