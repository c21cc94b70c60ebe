import PejlAnalysis
import PejlCodebook
import PejlDanish
import PejlHearing
import PejlIngest
import PejlPipeline
import PejlSegment
import PejlTagging
import PejlText

/// The answers that the stages behind the reading are measured on: those of the sample corpus that are plain text, again and again.
struct Texts {
  /// How much text they are, at least.
  static let bytes = 200_000

  let documents: [Document]
  private let codebook: String

  /// The texts in the hearing folder at `path`.
  init(_ path: String) async throws {
    codebook = path + "/codebook.xml"
    var read: [Document] = []
    for folder in ["/validation/answers", "/training/answers"] {
      for name in try Files.list(path + folder) {
        read += await FileReader().read(path: "\(path)\(folder)/\(name)").documents.map(\.document)
      }
    }
    var documents: [Document] = []
    var size = 0
    while size < Self.bytes, !read.isEmpty {
      let next = read[documents.count % read.count]
      documents.append(next)
      size += next.text.count
    }
    self.documents = documents
  }

  /// The codebook, compiled.
  func compiled() throws -> CompiledCodebook { try CodebookLoader.compile(codebook) }

  /// The texts tagged.
  func responses() throws -> [TaggedResponse] {
    let tagger = Tagger(try compiled(), hearing: Hearing(id: ""), lexicon: try Lexicon())
    return documents.enumerated().map { number, document in
      let passages = Segmenter().segment(document, response: "\(number)")
      return TaggedResponse(
        id: "\(number)", file: "\(number).txt", sha256: "", document: document,
        respondent: RespondentMatch(respondent: nil, kind: .other, basis: .unknown, evidence: nil), annex: nil,
        passages: tagger.tag(passages, of: document.text, from: .other))
    }
  }

  /// The figures of `responses`.
  func analysis(_ responses: [TaggedResponse]) throws -> Analysis {
    Analysis(
      hearing: Hearing(id: ""), codebook: try CodebookLoader.codebook(codebook), responses: responses, unread: [])
  }
}
