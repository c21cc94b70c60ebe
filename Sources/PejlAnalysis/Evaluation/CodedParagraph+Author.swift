extension CodedParagraph {
  /// Who wrote it: what the gold file says, else the answer that it stands in, else the gold file.
  package var author: String { gold.author ?? (gold.file == nil ? goldPath : source) }
}
