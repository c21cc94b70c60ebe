import PejlCodebook
import PejlHearing
import PejlSegment
import PejlTagging
import PejlText
import Testing

@Suite struct DecisionAnchorTests {
  private static let kept = "Vi ønsker, at borgerne får en fast kontaktperson, som kender dem og deres hverdag."
  private static let edited =
    "Vi ønsker, at borgerne får en fast kontaktperson, der kender dem og deres families hverdag."

  private func response(_ book: Book, _ texts: [String], id: String = "r", sha256: String = "a") -> TaggedResponse {
    var builder = DocumentBuilder(format: "test")
    for text in texts { builder.append(text, kind: .paragraph) }
    let document = builder.build()
    let passages = Segmenter().segment(document, response: id)
    return TaggedResponse(
      id: id, file: "\(id).txt", sha256: sha256, document: document,
      respondent: RespondentMatch(respondent: nil, kind: .other, basis: .unknown, evidence: nil), annex: nil,
      passages: passages.map { TaggedPassage(passage: $0, disposition: .untagged, tags: []) })
  }

  private func decisions(_ before: TaggedResponse) -> DecisionFile {
    DecisionFile(
      hearing: "h",
      decisions: before.passages.map { passage in
        var decision = Decision(
          response: before.id, passage: passage.passage.id, codes: [:], sha256: before.sha256, author: "AB",
          text: before.document.text[passage.passage.core])
        decision.added = [.strategy: ["2.1"]]
        decision.date = "2026-11-21"
        return decision
      })
  }

  @Test("a decision follows its passage through small edits, and says so")
  func edit() throws {
    let book = try Book("")
    let before = response(book, ["Noget helt andet om skolevejen og dens lygter.", Self.kept])
    let after = response(book, ["En ny indledning til brevet om meget andet.", Self.edited, "Tak."], sha256: "b")
    let decided = decisions(before).apply(to: [after], codebook: book.compiled.summary)
    let passage = decided.responses[0].passages[1]
    #expect(passage.tags.map(\.code) == ["2.1"] && passage.decision?.author == "AB")
    #expect(passage.decision?.date == "2026-11-21" && (passage.decision?.likeness ?? 0) > 0.8)
    #expect(decided.report.moved.map(\.passage) == [passage.passage.id])
    #expect(decided.report.orphans.map(\.passage) == [before.passages[0].passage.id])
    #expect(
      decided.findings.map(\.severity) == [.warning, .note] || decided.findings.map(\.severity) == [.note, .warning])
  }

  @Test("of two answers with the same bytes only the one that was decided on is meant, until it is gone")
  func sameBytes() throws {
    let book = try Book("")
    let (one, other) = (response(book, [Self.kept], id: "a"), response(book, [Self.kept], id: "b"))
    var file = DecisionFile(hearing: "h", decisions: [])
    file.add(AnswerDecision(response: "b", isNoAnswer: true, sha256: "a", author: "AB"))
    let decided = file.apply(to: [one, other], codebook: book.compiled.summary)
    #expect(decided.responses.map { $0.decision?.isNoAnswer } == [nil, true] && decided.findings.isEmpty)
    #expect(decided.responses[0].passages.allSatisfy { $0.disposition == .untagged })
    let renamed = file.apply(to: [one], codebook: book.compiled.summary)
    #expect(renamed.responses[0].decision?.isNoAnswer == true)

    var split = Decision(response: "b", passage: other.passages[0].passage.id, codes: [:], sha256: "a")
    split.splits = ["som kender dem"]
    var structure = DecisionFile(hearing: "h", decisions: [split])
    structure.files = ["a", "b"]
    let parts = { (file: DecisionFile, response: TaggedResponse) in
      file.reshaped(response.passages.map(\.passage), of: response.document, response: response.id, sha256: "a")
        .passages
        .count
    }
    #expect(parts(structure, one) == 1 && parts(structure, other) == 2)
    structure.files = ["a"]
    #expect(parts(structure, one) == 2)
  }

  @Test("none of the decisions is lost: each is used once or listed")
  func sums() throws {
    let book = try Book("")
    let texts = (0..<40).map {
      "Afsnit \($0) handler om emne\($0) og emne\($0 * 7) samt sted\($0) i byen ved gade\($0 * 3)."
    }
    let before = response(book, texts)
    let edited = texts.enumerated().filter { $0.offset % 5 != 0 }.map {
      $0.element + ($0.offset % 2 == 0 ? " Nyt." : "")
    }
    let after = response(book, Array(edited.reversed()), sha256: "b")
    let file = decisions(before)
    let decided = file.apply(to: [after], codebook: book.compiled.summary)
    let used = decided.responses[0].passages.count { $0.decision != nil }
    #expect(used == 32 && decided.report.orphans.count == 8)
    #expect(used + decided.report.orphans.count == file.settled.count)
  }

  @Test("a decision goes to another response only when its own is gone, and finds a renamed file by its hash")
  func other() throws {
    let book = try Book("")
    let before = response(book, [Self.kept])
    let same = response(book, ["Vi har ingen bemærkninger til sagen."], sha256: "b")
    let copy = response(book, [Self.kept], id: "other", sha256: "c")
    let stays = decisions(before).apply(to: [same, copy], codebook: book.compiled.summary)
    #expect(stays.report.orphans.count == 1 && stays.responses[1].passages[0].decision == nil)
    let renamed = response(book, [Self.kept], id: "new-name", sha256: "a")
    let found = decisions(before).apply(to: [copy, renamed], codebook: book.compiled.summary)
    #expect(found.report.orphans.isEmpty && found.responses[1].passages[0].tags.map(\.code) == ["2.1"])
  }

  @Test("what rules found stays beside what a person decided, and rules are told how often they were right")
  func machine() throws {
    let book = try Book(Book.ruleXML("r", "1.1", "<any>tale</any>") + Book.ruleXML("q", "1.2", "<any>borger</any>"))
    var before = response(book, ["Vi taler med borgeren."])
    before = TaggedResponse(
      id: "r", file: "r.txt", sha256: "a", document: before.document, respondent: before.respondent, annex: nil,
      passages: book.tag([("Vi taler med borgeren.", .paragraph)]))
    var decision = Decision(response: "r", passage: before.passages[0].passage.id, codes: [:], author: "AB")
    decision.removed = [.strategy: ["1.1"]]
    decision.added = [.strategy: ["1.2", "2.1"]]
    let decided = DecisionFile(hearing: "h", decisions: [decision]).apply(
      to: [before], codebook: book.compiled.summary)
    let passage = decided.responses[0].passages[0]
    #expect(passage.tags.map(\.code) == ["1.2", "2.1"] && passage.tags.allSatisfy { $0.basis == .human })
    #expect(!passage.tags[0].evidence.isEmpty && passage.tags[1].evidence.isEmpty)
    #expect(Set(passage.decision?.machineTags.map(\.code) ?? []) == ["1.1", "1.2"])
    #expect(decided.report.rules.map(\.rule) == ["r", "q"])
    #expect(decided.report.rules.map(\.refused) == [1, 0] && decided.report.rules.map(\.agreed) == [0, 1])
  }

  @Test(
    "a passage is split before words that stand in it once, and merged with the next; the text is tiled all the same")
  func structure() throws {
    let book = try Book("")
    let before = response(book, ["Vi støtter planen. Vi savner også en bus til byen.", "Den skal køre sent.", "Tak."])
    let ids = before.passages.map(\.passage.id)
    var split = Decision(response: "r", passage: ids[0], codes: [:], text: "Vi støtter planen.")
    split.splits = ["vi savner"]
    var merge = Decision(response: "r", passage: ids[1], codes: [:])
    merge.mergesNext = true
    var lost = Decision(response: "r", passage: ids[2], codes: [:])
    lost.splits = ["ord der ikke er der"]
    let file = DecisionFile(hearing: "h", decisions: [split, merge, lost])
    let (passages, used) = file.reshaped(
      before.passages.map(\.passage), of: before.document, response: "r", sha256: "a")
    #expect(
      passages.map { before.document.text[$0.core] } == [
        "Vi støtter planen.", "Vi savner også en bus til byen.", "Den skal køre sent.\n\nTak.",
      ])
    #expect(used == [0, 1] && passages.map(\.number) == [1, 2, 3] && Set(passages.map(\.id)).count == 3)
    #expect(passages.first?.span.start == 0 && passages.last?.span.end == before.document.text.count)
    #expect(zip(passages, passages.dropFirst()).allSatisfy { $0.span.end == $1.span.start })
    #expect(file.apply(to: [before], codebook: book.compiled.summary).report.orphans.count == 3)
  }

  @Test("history is kept, the last decision holds, and what contradicts itself is refused")
  func history() throws {
    let book = try Book("")
    var file = DecisionFile(hearing: "h", decisions: [])
    for code in ["1.1", "2.1"] {
      var decision = Decision(response: "r", passage: "r.1", codes: [:], author: "AB", note: "n", text: "Ord.")
      decision.added = [.strategy: [code]]
      decision.date = "2026-11-21"
      file.add(decision)
    }
    file.add(AnswerDecision(response: "r", isNoAnswer: true, author: "AB", date: "2026-11-21"))
    let read = try DecisionFile(file.bytes(), path: "", codes: book.compiled.summary)
    #expect(read.decisions.map(\.isReplaced) == [true, false] && read.settled[0].added == [.strategy: ["2.1"]])
    #expect(try read.bytes() == file.bytes() && read.answers.map(\.isNoAnswer) == [true])
    #expect(read.decisions[0].date == "2026-11-21")
    for content in [
      "<decision response=\"r\" passage=\"a\" set-aside=\"x\" counts=\"yes\"/>",
      "<decision response=\"r\" passage=\"a\" merge=\"next\" set-aside=\"x\"/>",
      "<decision response=\"r\" passage=\"a\" facets=\"strategy\"><add facet=\"strategy\" id=\"1.1\"/></decision>",
      "<answer response=\"r\"/>",
    ] {
      let xml = "<decisions xmlns=\"urn:pejl:decisions:1\" hearing=\"h\">\n\(content)\n</decisions>"
      let error = #expect(throws: InvalidInput.self) {
        try DecisionFile(Array(xml.utf8), path: "d.xml", codes: book.compiled.summary)
      }
      #expect(error?.diagnostics.first?.line == 2)
    }
  }
}
