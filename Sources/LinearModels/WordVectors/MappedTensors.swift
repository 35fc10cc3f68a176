import TextFiles

/// A safetensors file whose arrays are looked at where they lie, for files too large to be copied at every start.
public struct MappedTensors: Sendable {
    public let metadata: [String: String]
    /// What the file says its arrays fold to; empty when it does not say.
    public var checksum: String { layout.checksum ?? "" }
    private let file: MappedFile
    private let layout: Safetensors.Layout

    /// - Parameter verifying: Whether the checksum is compared, which reads the whole file once.
    /// - Throws: `FileError` when the file cannot be read, is cut off, was altered, or its header makes no sense.
    public init(path: String, verifying: Bool = true) throws {
        file = try MappedFile(path: path)
        layout = try Safetensors.Layout(file.bytes, path: path)
        if verifying { try layout.verify(file.bytes, path: path) }
        metadata = layout.metadata
    }

    /// The shape of an array; nil when there is none of that name.
    public func shape(_ name: String) -> [Int]? { layout.places[name]?.shape }

    /// An array of whole numbers, copied.
    func numbers<Number: FixedWidthInteger>(_ name: String, of: Number.Type) -> [Number]? {
        guard let place = layout.places[name], place.type == Safetensors.typeName(of: Number.self) else { return nil }
        let size = MemoryLayout<Number>.size
        return stride(from: place.range.lowerBound, to: place.range.upperBound, by: size).map {
            Number(littleEndian: file.bytes.loadUnaligned(fromByteOffset: $0, as: Number.self))
        }
    }

    /// An array of 32-bit floating-point numbers, copied.
    func floats(_ name: String) -> [Float]? {
        guard let place = layout.places[name], place.type == "F32" else { return nil }
        return stride(from: place.range.lowerBound, to: place.range.upperBound, by: 4).map {
            Float(bitPattern: UInt32(littleEndian: file.bytes.loadUnaligned(fromByteOffset: $0, as: UInt32.self)))
        }
    }

    /// An array of bytes with a sign, not copied.
    func bytes(_ name: String) -> MappedBytes? {
        guard let place = layout.places[name], place.type == "I8" else { return nil }
        return MappedBytes(file: file, range: place.range)
    }
}

/// A part of a mapped file, which it keeps mapped.
struct MappedBytes: Sendable {
    private let file: MappedFile
    let range: Range<Int>

    init(file: MappedFile, range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= file.bytes.count, "a part lies within its file")
        (self.file, self.range) = (file, range)
    }

    @inline(__always) func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        withExtendedLifetime(file) { body(UnsafeRawBufferPointer(rebasing: file.bytes[range])) }
    }
}
