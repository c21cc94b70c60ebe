internal import PejlAnalysis
internal import PejlCodebook
internal import PejlHearing
internal import PejlIngest
internal import PejlStore
internal import PejlTagging
internal import PejlXML

/// What stands in a packet, and what it was made from.
struct PacketManifest: Sendable {
  /// A file with what identifies its content.
  struct File: Sendable, Hashable {
    let name: String
    let sha256: String
    let size: Int

    init(name: String, sha256: String, size: Int) {
      self.name = name
      self.sha256 = sha256
      self.size = size
    }

    init(_ name: String, _ bytes: [UInt8]) {
      self.init(name: name, sha256: ContentHash.sha256(bytes), size: bytes.count)
    }
  }

  let version: String
  let hearing: String
  let caseNumber: String?
  /// The answers, and the strategy where it is at hand.
  let inputs: [File]
  let files: [File]
  private let analysis: Analysis?

  init(_ run: HearingRun, folder: HearingFolder, version: String, files: [Packet.Entry]) throws {
    self.version = version
    hearing = folder.hearing.id
    caseNumber = folder.hearing.caseNumber
    // The hash of a response is that of the bytes that were read; what holds several, or was not read, has no response.
    let read = Dictionary(run.analysis.responses.map { ($0.file, $0.sha256) }) { first, _ in first }
    let answers = try folder.inputs.compactMap { try Self.file("responses/\($0.name)", $0.path, sha256: read[$0.name]) }
    inputs = try answers + [folder.strategy].compactMap { try $0.flatMap { try Self.file($0.name, $0.path) } }
    self.files = files.map { File($0.name, $0.bytes) }
    analysis = run.analysis
  }

  /// The file at `path`, which is read where its hash is not known; nil where there is none.
  private static func file(_ name: String, _ path: String, sha256: String? = nil) throws -> File? {
    guard let status = StoredFile(at: path, named: name) else { return nil }
    return try sha256.map { File(name: name, sha256: $0, size: Int(status.size)) } ?? File(name, Files.read(path))
  }

  /// The manifest in `root`, which is valid.
  init(_ root: XMLElement) {
    version = root["version"] ?? ""
    hearing = root["hearing"] ?? ""
    caseNumber = root["case"]
    let file = { (element: XMLElement) in
      File(name: element["path"] ?? "", sha256: element["sha256"] ?? "", size: Int(element["bytes"] ?? "") ?? -1)
    }
    inputs = root.elements("input").map(file)
    files = root.elements("file").map(file)
    analysis = nil
  }

  func bytes() throws -> [UInt8] {
    let xml = XMLWriter()
    xml.element(
      "packet",
      [
        ("xmlns", Packet.namespace), ("program", "pejl"), ("version", version), ("hearing", hearing),
        ("case", caseNumber),
      ]
    ) {
      for input in inputs { write(input, "input", to: xml) }
      if let analysis { write(analysis, to: xml) }
      for file in files { write(file, "file", to: xml) }
    }
    return xml.finish()
  }

  private func write(_ file: File, _ name: String, to xml: XMLWriter) {
    xml.emptyElement(name, [("path", file.name), ("sha256", file.sha256), ("bytes", String(file.size))])
  }

  /// The codebook, and everything that keeps a passage or a code out of the figures.
  private func write(_ analysis: Analysis, to xml: XMLWriter) {
    let codebook = analysis.codebook
    xml.emptyElement(
      "codebook",
      [
        ("id", codebook.id), ("version", codebook.version), ("language", codebook.language), ("title", codebook.title),
      ])
    for facet in codebook.facets {
      let cutoff = codebook.cutoffs.first { $0.facet == facet.id }?.certainty
      xml.emptyElement(
        "filter",
        [
          ("facet", facet.id.rawValue), ("threshold", "\(facet.threshold)"), ("limit", "\(facet.limit)"),
          ("share", "\(facet.share)"), ("cutoff", cutoff.map { "\($0)" }),
        ])
    }
    for (reason, count) in analysis.coverage.total.setAside.sorted(by: { $0.key < $1.key }) {
      xml.emptyElement("set-aside", [("reason", reason), ("passages", String(count))])
    }
  }
}
