/// A file of the cache that holds numbers and texts one behind the other.
///
/// Head of 40 bytes: mark, two numbers of the key, check sum of all behind it, number of bytes. Numbers stand as this machine
/// has them in memory: the file is never carried to another.
package enum CacheFile {
  /// What a file is kept for; a file with another key is passed over.
  package struct Key: Sendable, Hashable {
    let first: UInt64
    let second: UInt64

    /// The key that the beginning of a hash in hexadecimal makes.
    package init(hash: String) {
      first = UInt64(hash.prefix(16), radix: 16) ?? 0
      second = UInt64(hash.dropFirst(16).prefix(16), radix: 16) ?? 0
    }
  }

  /// Changes when the form of the file does.
  private static let mark: UInt64 = 0x3143_4A45_5F31_5F43
  static let head = 40

  /// What the file at `path` holds; nil when there is none, or it is damaged or of another key.
  package static func read(_ path: String, key: Key) -> CacheReader? {
    guard let file = MappedFile(path), file.bytes.count >= head else { return nil }
    func number(_ place: Int) -> UInt64 { file.bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self) }
    guard number(0) == mark, number(1) == key.first, number(2) == key.second, number(4) == UInt64(file.bytes.count),
      number(3) == CheckSum.of(file.bytes, from: 32)
    else { return nil }
    return CacheReader(file)
  }

  /// Puts what `writer` was given into the file at `path` in one step; does nothing where that cannot be done.
  package static func write(_ writer: CacheWriter, to path: String, key: Key) {
    var bytes = writer.bytes
    func put(_ number: UInt64, _ place: Int) {
      withUnsafeBytes(of: number) { number in for index in 0..<8 { bytes[place * 8 + index] = number[index] } }
    }
    put(mark, 0)
    put(key.first, 1)
    put(key.second, 2)
    put(UInt64(bytes.count), 4)
    put(bytes.withUnsafeBytes { CheckSum.of($0, from: 32) }, 3)
    CacheFolder.replace(path, with: bytes)
  }
}

/// Gathers what is to stand in a ``CacheFile``.
package struct CacheWriter {
  private(set) var bytes = [UInt8](repeating: 0, count: CacheFile.head)

  /// A writer with nothing.
  package init() {}

  /// Adds the numbers of a list.
  package mutating func list<Number: BitwiseCopyable>(_ list: [Number]) {
    withUnsafeBytes(of: list.count) { bytes.append(contentsOf: $0) }
    list.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
  /// Adds a number.
  package mutating func number(_ number: Int) { withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) } }
  /// Adds a number with a fraction, to the last bit.
  package mutating func number(_ number: Double) { self.number(Int(bitPattern: UInt(number.bitPattern))) }
  /// Adds a text.
  package mutating func text(_ text: String) { list(Array(text.utf8)) }
  /// Adds a text that may be missing.
  package mutating func text(_ text: String?) {
    number(text == nil ? 0 : 1)
    if let text { self.text(text) }
  }
  /// Adds several of anything.
  package mutating func each<Element>(_ elements: [Element], _ write: (inout CacheWriter, Element) -> Void) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }
}

/// Gives back what a ``CacheWriter`` was given, in the same order.
package struct CacheReader {
  /// The file does not hold what it should.
  package struct Damaged: Error {
    /// Says so.
    package init() {}
  }

  private let file: MappedFile
  private var place = CacheFile.head

  init(_ file: MappedFile) { self.file = file }

  /// Whether nothing is left.
  package var isAtEnd: Bool { place == file.bytes.count }

  /// The next list of numbers.
  ///
  /// - Throws: ``Damaged`` when so many do not follow.
  package mutating func list<Number: BitwiseCopyable>(of type: Number.Type = Number.self) throws -> [Number] {
    let count = try number() as Int
    guard count >= 0, count <= (file.bytes.count - place) / MemoryLayout<Number>.stride else { throw Damaged() }
    let size = count * MemoryLayout<Number>.stride
    let source = UnsafeRawBufferPointer(rebasing: file.bytes[place..<(place + size)])
    place += size
    return Array(unsafeUninitializedCapacity: count) { buffer, filled in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      filled = count
    }
  }

  /// The next number.
  ///
  /// - Throws: ``Damaged`` at the end.
  package mutating func number() throws -> Int {
    guard place + 8 <= file.bytes.count else { throw Damaged() }
    defer { place += 8 }
    return file.bytes.loadUnaligned(fromByteOffset: place, as: Int.self)
  }
  /// The next number with a fraction.
  ///
  /// - Throws: ``Damaged`` at the end.
  package mutating func number() throws -> Double { Double(bitPattern: UInt64(bitPattern: Int64(try number() as Int))) }
  /// The next text.
  ///
  /// - Throws: ``Damaged`` when it does not follow.
  package mutating func text() throws -> String { String(decoding: try list(of: UInt8.self), as: UTF8.self) }
  /// The next text that may be missing.
  ///
  /// - Throws: ``Damaged`` when it does not follow.
  package mutating func optionalText() throws -> String? { try number() == 0 ? nil : try text() }
  /// The next several of what `read` reads.
  ///
  /// - Throws: ``Damaged`` when so many do not follow.
  package mutating func each<Element>(_ read: (inout CacheReader) throws -> Element) throws -> [Element] {
    let count = try number() as Int
    guard count >= 0, count <= file.bytes.count - place else { throw Damaged() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }
}
