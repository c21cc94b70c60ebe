internal import PejlText

/// Reads what only a word processor understands (DOC, RTF): through LibreOffice where it is installed, which makes a
/// DOCX of it; a DOC otherwise through antiword, which gives its bare text.
struct OfficeReader: DocumentReader {
  /// The name of the format, `doc` or `rtf`.
  let format: String

  func read(_ source: SourceFile) async throws -> ReadContent {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let file = try folder.write(source.bytes, as: "answer.\(format)")
    do {
      return try await converted(file, in: folder, source)
    } catch let error as InvalidInput {
      guard format == "doc", let text = try await bareText(file, in: folder, source) else { throw remedy(error) }
      return text
    }
  }

  /// A refusal that says what would help where no converter is installed.
  private func remedy(_ error: InvalidInput) -> InvalidInput {
    guard error.diagnostics.first?.code == "ingest.tool-missing" else { return error }
    let packages = format == "doc" ? "libreoffice-writer-nogui or antiword" : "libreoffice-writer-nogui"
    return refusal(
      "tool-missing",
      "a \(format.uppercased()) file is read with a converter that is not installed; install \(packages), or save the file as DOCX"
    )
  }

  private func converted(_ file: String, in folder: TemporaryFolder, _ source: SourceFile) async throws -> ReadContent {
    try folder.makeFolder("profile/user")
    _ = try folder.write(Array(PackageResources.office_profile_xcu), as: "profile/user/registrymodifications.xcu")
    var runner = ToolRunner(limits: source.limits, folder: folder.path)
    runner.seconds = source.limits.conversionSeconds
    runner.memory = 4 << 30
    runner.openFiles = 512
    runner.packages = "libreoffice-writer-nogui"
    let outcome = try await runner.run(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "\(folder.path)/out", file,
      ])
    let path = "\(folder.path)/out/answer.docx"
    guard outcome.code == 0, let bytes = try? FileBytes.read(path: path, limit: source.limits.toolOutputBytes) else {
      throw refusal(
        "damaged", "LibreOffice could not convert the file; open it in its program and save it as DOCX or PDF")
    }
    var content = try await WordReader(format: format).read(
      SourceFile(name: source.name, bytes: bytes, limits: source.limits))
    content.document?.notes.append(
      Diagnostic(.note, code: "ingest.converted", "converted to DOCX by LibreOffice, and read from that"))
    return content
  }

  /// What antiword finds, or nil when it is not installed or finds nothing.
  private func bareText(_ file: String, in folder: TemporaryFolder, _ source: SourceFile) async throws -> ReadContent? {
    var runner = ToolRunner(limits: source.limits, folder: folder.path)
    runner.packages = "antiword"
    guard let outcome = try? await runner.run("antiword", ["-i", "1", "-m", "UTF-8.txt", "-w", "0", file]),
      outcome.code == 0
    else { return nil }
    let decoded = TextDecoder(outcome.output)
    let text = PlainText(decoded.bytes)
    var builder = DocumentBuilder(format: format)
    text.append(text.pieces(), to: &builder, part: "text")
    guard !builder.isEmpty else { return nil }
    builder.notes.append(
      Diagnostic(
        .note, code: "ingest.converted",
        "read by antiword, which knows no headings; install libreoffice-writer-nogui to have them"))
    return ReadContent(document: builder.build())
  }
}
