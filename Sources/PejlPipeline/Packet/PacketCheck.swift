internal import PejlIngest
public import PejlText
internal import PejlXML

/// Reads a packet and says what in it is not as it was packed, or not as its hearing gives it today.
public struct PacketCheck: Sendable {
  /// The version of the program that made the packet.
  public let version: String
  /// The number of files in the packet, the manifest included.
  public let count: Int
  /// What is not as the manifest says.
  public let findings: [Diagnostic]

  private let path: String
  private let bytes: [UInt8]
  private let entries: [Packet.Entry]
  private let manifest: PacketManifest

  /// Opens the packet in `bytes`.
  ///
  /// - Throws: ``InvalidInput`` when it is no zip, or has no valid manifest.
  public init(_ bytes: [UInt8], path: String) throws {
    do {
      let archive = try ZipArchive(bytes, limits: .ownFiles)
      entries = try archive.names.map { Packet.Entry(name: $0, bytes: try archive.read($0) ?? []) }
    } catch let error as InvalidInput {
      throw InvalidInput(
        error.diagnostics.map { Diagnostic(.error, code: "packet.zip", $0.message, path: path) })
    }
    guard let own = entries.first(where: { $0.name == Packet.manifestName }) else {
      throw InvalidInput(
        code: "packet.manifest", "the zip holds no \(Packet.manifestName); give a packet that pejl package made",
        path: path)
    }
    let name = "\(path)/\(Packet.manifestName)"
    let root = try XMLReader.parse(own.bytes, path: name)
    let invalid = try XMLSchema(Packet.schema).validate(own.bytes, path: name)
    guard invalid.isEmpty else { throw InvalidInput(invalid) }
    self.path = path
    self.bytes = bytes
    manifest = PacketManifest(root)
    version = manifest.version
    count = entries.count
    findings = try Self.compare(entries, manifest, path: path, bytes: bytes)
  }

  private static func compare(
    _ entries: [Packet.Entry], _ manifest: PacketManifest, path: String, bytes: [UInt8]
  ) throws -> [Diagnostic] {
    let found = Dictionary(entries.map { ($0.name, $0.bytes) }) { first, _ in first }
    var findings = manifest.files.compactMap { file -> Diagnostic? in
      guard let content = found[file.name] else { return finding(path, file.name, "is missing") }
      return PacketManifest.File(file.name, content) == file ? nil : finding(path, file.name, "has been changed")
    }
    let known = Set(manifest.files.map(\.name) + [Packet.manifestName])
    findings += entries.filter { !known.contains($0.name) }.map {
      finding(path, $0.name, "does not belong to the packet")
    }
    if findings.isEmpty, try Packet.zip(entries) != bytes {
      findings.append(
        Diagnostic(
          .error, code: "packet.packed-again", "the files are right, but the zip was packed by another program",
          path: path))
    }
    return findings
  }

  /// What differs between the packet and `other`, which was made today: inputs, files, and at last a byte.
  public func differences(from other: Packet) throws -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let today = try PacketManifest(XMLReader.parse(other.entries[0].bytes))
    if today.version != version {
      findings.append(
        Diagnostic(
          .note, code: "packet.version", "made by pejl \(version), compared by pejl \(today.version)", path: path))
    }
    findings += Self.differences(manifest.inputs, today.inputs, path)
    findings += Self.differences(manifest.files, today.files, path)
    if findings.isEmpty, try other.bytes() != bytes {
      findings.append(
        Diagnostic(.error, code: "packet.bytes", "the files are the same, but not the bytes of the zip", path: path))
    }
    return findings
  }

  private static func differences(
    _ packed: [PacketManifest.File], _ today: [PacketManifest.File], _ path: String
  ) -> [Diagnostic] {
    let new = Dictionary(today.map { ($0.name, $0) }) { first, _ in first }
    let old = Set(packed.map(\.name))
    return packed.compactMap { file in
      guard let other = new[file.name] else {
        return finding(path, file.name, "is not in the hearing's folder any more")
      }
      return other == file ? nil : finding(path, file.name, "is different today")
    } + today.filter { !old.contains($0.name) }.map { finding(path, $0.name, "is new since the packet was made") }
  }

  private static func finding(_ path: String, _ name: String, _ what: String) -> Diagnostic {
    Diagnostic(.error, code: "packet.differs", "this file \(what)", path: "\(path)/\(name)")
  }
}

extension ReadingLimits {
  /// What our own files may cost: reports are large, and pack well.
  static var ownFiles: ReadingLimits {
    var limits = ReadingLimits()
    limits.zipEntries = 100_000
    limits.zipEntryBytes = 1 << 30
    limits.zipTotalBytes = 4 << 30
    limits.zipRatio = 1_000
    return limits
  }
}
