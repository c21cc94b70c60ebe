import PejlText
import Testing

@testable import PejlIngest

@Suite struct MailReaderTests {
  static let head = """
    From: =?utf-8?Q?S=C3=B8ren_=C3=85s?= <soeren@example.dk>
    Date: Tue, 05 Mar 2024 23:30:00 +0100
    Subject: =?iso-8859-1?Q?H=F8ringssvar?=
    MIME-Version: 1.0

    """

  /// A mail with CRLF line ends.
  static func mail(_ text: String) -> [UInt8] { Array((head + text).replacing("\n", with: "\r\n").utf8) }

  @Test("subject, sender and day are read, and the parts of a mail are told apart")
  func parts() async throws {
    let document = try await read(
      Self.mail(
        """
        Content-Type: text/plain; charset=utf-8

        Kære udvalg

        Vi er imod.

        -- 
        Søren Ås
        Formand
        Den tirs. 5. mar. 2024 kl. 10.12 skrev Jens Hansen
        <jens@example.dk>:
        > Kære råd
        >
        > Svar venligst.
        Mere fra os.
        """), "svar.eml")
    #expect(
      outline(document) == """
        paragraph: Kære udvalg
        paragraph: Vi er imod.
        signature: -- ⏎Søren Ås⏎Formand
        quoted-mail: Den tirs. 5. mar. 2024 kl. 10.12 skrev Jens Hansen⏎<jens@example.dk>:
        quoted-mail: > Kære råd⏎>⏎> Svar venligst.
        paragraph: Mere fra os.
        """)
    #expect(document.metadata.title == "Høringssvar")
    #expect(document.metadata.senderName == "Søren Ås")
    #expect(document.metadata.senderAddress == "soeren@example.dk")
    #expect(document.metadata.date == "2024-03-05")
  }

  @Test(
    "an earlier mail goes to the end, however its program marks it",
    arguments: [
      "-----Oprindelig meddelelse-----\nFra: A\nSendt: i går\nTil: B\nEmne: C",
      "Fra: A <a@example.dk>\nSendt: 5. marts 2024\nTil: B\nEmne: C",
      "________________________________\nFra: A\nDato: D\nTil: B",
      "On Tue, Mar 5, 2024 at 10:12 AM Jens <j@example.dk> wrote:", "---------- Forwarded message ---------",
      "*Fra:* A\n*Sendt:* D\n*Til:* B",
    ])
  func earlierMail(mark: String) async throws {
    let document = try await read(
      Self.mail("Content-Type: text/plain; charset=utf-8\n\nVores svar.\n\n\(mark)\n\nGammel tekst.\n"), "svar.eml")
    let kinds = document.blocks.map(\.kind)
    #expect(kinds.first == .paragraph && kinds.dropFirst().allSatisfy { $0 == .quotedMail } && kinds.count > 1)
    #expect(document.text.string.hasSuffix("Gammel tekst."))
  }

  @Test("a mail that only forwards another has that one's text for its own")
  func forward() async throws {
    let document = try await read(
      Self.mail(
        "Content-Type: text/plain; charset=utf-8\n\nFra: A\nSendt: D\nTil: B\nEmne: C\n\nSelve svaret.\n"), "svar.eml")
    #expect(outline(document) == "quoted-mail: Fra: A⏎Sendt: D⏎Til: B⏎Emne: C\nparagraph: Selve svaret.")
    #expect(codes(document) == ["ingest.forwarded"])
  }

  @Test("flowed lines are put together, and a wrongly declared charset does no harm")
  func flowedAndCharset() async throws {
    let document = try await read(
      Self.mail(
        "Content-Type: text/plain; charset=us-ascii; format=flowed\n\nBlåbær er \ngode.\n Ja.\n\nNy \nlinje.\n"),
      "svar.eml")
    #expect(document.text.string == "Blåbær er gode.\nJa.\n\nNy linje.")
  }

  @Test("plain text is preferred to the page beside it, unless it is a stub")
  func alternatives() async throws {
    func mail(_ plain: String) -> [UInt8] {
      Self.mail(
        """
        Content-Type: multipart/alternative; boundary=x

        --x
        Content-Type: text/plain; charset=utf-8

        \(plain)
        --x
        Content-Type: text/html; charset=utf-8

        <html><body><p>Den fulde tekst med alt, hvad vi mener om sagen.</p><div class="gmail_quote"><p>Gammelt</p></div></body></html>
        --x--
        """)
    }
    #expect(try await read(mail("Den fulde tekst uden pynt og staffage."), "a.eml").text.string.hasSuffix("staffage."))
    #expect(
      outline(try await read(mail("Se siden"), "b.eml")) == """
        paragraph: Den fulde tekst med alt, hvad vi mener om sagen.
        quoted-mail: Gammelt
        """)
  }

  static func nested(_ depth: Int) -> String {
    let inner = depth == 0 ? "Content-Type: text/plain\n\nInderst.\n" : nested(depth - 1)
    return """
      From: a@example.dk
      Subject: Niveau \(depth)
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b\(depth)

      --b\(depth)
      Content-Type: text/plain

      Tekst \(depth).
      --b\(depth)
      Content-Type: message/rfc822

      \(depth == 0 ? "From: b@example.dk\nSubject: Bund\n\n" : "")\(inner)
      --b\(depth)--

      """
  }

  @Test("attachments are documents of their own, with their own hash, to a depth of three")
  func attachments() async throws {
    let bytes = Self.mail(
      """
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/plain

      Se vedlagte.
      --x
      Content-Type: application/octet-stream
      Content-Disposition: attachment; filename="../svar.txt"
      Content-Transfer-Encoding: base64

      SGVyIGVyIHN2YXJldC4=
      --x
      Content-Type: image/png
      Content-Disposition: attachment; filename="scan.png"
      Content-Transfer-Encoding: base64

      iVBORw0KGgoAAAA=
      --x--
      """)
    let (documents, refusals) = await FileReader().read(bytes: bytes, name: "mail.eml")
    #expect(documents.map(\.name) == ["mail.eml", "mail.eml/.._svar.txt"])
    #expect(documents.last?.document.text.string == "Her er svaret.")
    #expect(documents.last?.document.metadata.senderAddress == "soeren@example.dk")
    #expect(documents.last?.sha256 == ContentHash.sha256(Array("Her er svaret.".utf8)))
    #expect(refusals.map(\.path) == ["mail.eml/scan.png"])

    let deep = await FileReader().read(bytes: Array(Self.nested(5).utf8), name: "m.eml")
    #expect(deep.documents.count == 4)
    #expect(deep.refusals.map(\.code) == ["ingest.attachment-depth"])
  }
}
