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
  let sources: [FormerFile.Mapped?]
  /// The fragments that are new; nil where there are none.
  let fresh: FormerFile.Mapped?
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
      for piece in content.pieces {
        switch piece {
        case .bytes(let own): try file.write(own)
        case .fragment(let response, let fragment):
          let range = try write(places[response][fragment], to: file) {
            try edition.fragment(fragment, ofResponse: response)
          }
          written.fragments.append((response, fragment, FormerReport.Place(file: number, range: range)))
        case .shared(let item):
          let range = try write(shared[item], to: file) { try edition.shared(item) }
          written.shared.append((item, FormerReport.Place(file: number, range: range)))
        }
      }
      try file.finish()
    }
    return written
  }

  /// Copies what stands at `place`, or writes what `make` makes where nothing stands there.
  private func write(
    _ place: FormerReport.Place, to file: PieceFile, make: () throws -> [UInt8]
  ) throws -> FormerReport.Range {
    let start = file.count
    if let bytes = bytes(place) { try file.write(bytes) } else { try file.write(make()) }
    return FormerReport.Range(start: start, length: file.count - start)
  }

  /// Where all fragments stand in files now, by response and number.
  func joined(_ written: [Places]) -> [[FormerReport.Place]] {
    var result = places.map { [FormerReport.Place](repeating: .none, count: $0.count) }
    for (response, number, place) in written.flatMap(\.fragments) { result[response][number] = place }
    return result
  }

  /// The bytes of a fragment; nil where it stands nowhere yet.
  private func bytes(_ place: FormerReport.Place) -> UnsafeRawBufferPointer? {
    let source = place.file == sources.count ? fresh : sources[place.file]
    guard !place.isNone, let source, place.range.start + place.range.length <= source.bytes.count else { return nil }
    return UnsafeRawBufferPointer(rebasing: source.bytes[place.range.start..<place.range.start + place.range.length])
  }
}

extension FormerReport {
  /// The files that are put together of fragments, as they stand in `folder`; nil for one that cannot be used.
  func sources(in folder: String) -> [FormerFile.Mapped?] {
    pieced.map { path in files[path] == nil ? nil : try? FormerFile("\(folder)/\(path)")?.mapped() }
  }

  /// Where what is said of a shared text stands; nil where that cannot be used.
  func place(ofShared key: UInt64) -> Place? {
    guard let place = shared[key], place.file < pieced.count, files[pieced[place.file]] != nil else { return nil }
    return place
  }

  /// Where the fragments of a response stand; nil unless each of them can be used.
  func fragments(of version: ResponseVersion, count: Int) -> [Place]? {
    guard let known = pieces[version]?.fragments, known.count == count,
      known.allSatisfy({ $0.isNone || $0.file < pieced.count && files[pieced[$0.file]] != nil })
    else { return nil }
    return known
  }
}
