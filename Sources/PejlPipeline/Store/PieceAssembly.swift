internal import PejlReport
internal import PejlText

/// Puts files together of fragments that earlier runs wrote and of those that are new.
struct PieceAssembly: Sendable {
  /// Where fragments stand in the files that were written: by response, number and place.
  typealias Places = [(response: Int, number: Int, place: FormerReport.Place)]

  let edition: ReportEdition
  /// The former files, by the places of ``FormerReport/pieced``; nil for one that cannot be used.
  let sources: [FormerFile.Mapped?]
  /// The fragments that are new; nil where there are none.
  let fresh: FormerFile.Mapped?
  /// By response and number: where fragments are to be taken from.
  let places: [[FormerReport.Place]]
  /// The paths of all files that are put together, in order.
  let paths: [String]

  /// Writes `files` into the folder `stage`.
  ///
  /// - Returns: where the fragments stand now.
  /// - Throws: ``InvalidInput`` when something cannot be written.
  func write(_ files: [PiecedFile], into stage: String) throws -> Places {
    var written: Places = []
    for content in files {
      try Task.checkCancellation()
      guard let number = paths.firstIndex(of: content.path) else { continue }
      let file = try PieceFile("\(stage)/\(content.path)")
      for piece in content.pieces {
        switch piece {
        case .bytes(let own): try file.write(own)
        case .fragment(let response, let fragment):
          let start = file.count
          if let bytes = bytes(places[response][fragment]) {
            try file.write(bytes)
          } else {
            try file.write(edition.fragment(fragment, ofResponse: response))
          }
          let range = FormerReport.Range(start: start, length: file.count - start)
          written.append((response, fragment, FormerReport.Place(file: number, range: range)))
        }
      }
      try file.finish()
    }
    return written
  }

  /// Where all fragments stand in files now, by response and number.
  func joined(_ written: [Places]) -> [[FormerReport.Place]] {
    var result = places.map { [FormerReport.Place](repeating: .none, count: $0.count) }
    for (response, number, place) in written.joined() { result[response][number] = place }
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

  /// Where the fragments of a response stand; nil unless each of them can be used.
  func fragments(of version: ResponseVersion, count: Int) -> [Place]? {
    guard let known = pieces[version]?.fragments, known.count == count,
      known.allSatisfy({ $0.isNone || $0.file < pieced.count && files[pieced[$0.file]] != nil })
    else { return nil }
    return known
  }
}
