#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import TextFiles

/// A file of named arrays in the safetensors format: the length of the header as 8 bytes, the header in
/// JSON, then the arrays in little-endian order (huggingface/safetensors, README.md, "Format").
///
/// The header's `__metadata__` holds strings only. The entry `checksum` in it is ours: the array bytes
/// folded to 64 bits, so that an altered file is noticed.
public struct Safetensors: Sendable, Equatable {
    public private(set) var tensors: [String: Tensor] = [:]
    public var metadata: [String: String]

    public init(metadata: [String: String] = [:]) { self.metadata = metadata }

    /// One array with its type and shape.
    public struct Tensor: Sendable, Equatable {
        /// Such as `U64`, `I16` or `U8`.
        public let type: String
        public let shape: [Int]
        /// Little-endian.
        public let bytes: [UInt8]
    }
}

extension Safetensors {
    public mutating func set<Number: FixedWidthInteger>(_ name: String, _ numbers: [Number], shape: [Int]) {
        precondition(shape.reduce(1, *) == numbers.count, "a shape holds as many numbers as there are")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * MemoryLayout<Number>.size)
        for number in numbers { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
        tensors[name] = Tensor(type: Safetensors.typeName(of: Number.self), shape: shape, bytes: bytes)
    }

    /// An array of 32-bit floating-point numbers.
    public mutating func set(_ name: String, _ numbers: [Float], shape: [Int]) {
        set(name, numbers.map(\.bitPattern), shape: shape)
        tensors[name] = Tensor(type: "F32", shape: shape, bytes: tensors[name]!.bytes)
    }

    /// The numbers of an array; nil when there is none of that name and type.
    public func numbers<Number: FixedWidthInteger>(_ name: String, of type: Number.Type) -> [Number]? {
        guard let tensor = tensors[name], tensor.type == Safetensors.typeName(of: Number.self) else { return nil }
        let count = tensor.bytes.count / MemoryLayout<Number>.size
        // Copied in one piece: number by number it was a third of the time a debug build takes to start.
        let stored = [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
            tensor.bytes.withUnsafeBytes {
                UnsafeMutableRawBufferPointer(numbers).copyMemory(
                    from: .init(rebasing: $0.prefix(count * MemoryLayout<Number>.size)))
            }
            initialized = count
        }
        return Number(littleEndian: 1) == 1 ? stored : stored.map { Number(littleEndian: $0) }
    }

    static func typeName(of type: (some FixedWidthInteger).Type) -> String {
        (type.isSigned ? "I" : "U") + String(type.bitWidth)
    }

    fileprivate static func size(ofType name: String) -> Int? {
        switch name {
        case "U64", "I64", "F64": 8
        case "U32", "I32", "F32": 4
        case "U16", "I16", "F16", "BF16": 2
        case "U8", "I8", "BOOL": 1
        default: nil
        }
    }
}

// MARK: - Writing

extension Safetensors {
    /// The whole file. Arrays lie in order of their element size, largest first, then by name, so that each is aligned.
    public var encoded: [UInt8] {
        let names = tensors.keys.sorted {
            let (a, b) = (Safetensors.size(ofType: tensors[$0]!.type)!, Safetensors.size(ofType: tensors[$1]!.type)!)
            return a != b ? a > b : $0 < $1
        }
        var (payload, entries) = ([UInt8](), [String: Entry]())
        for name in names {
            let tensor = tensors[name]!
            entries[name] = .tensor(
                type: tensor.type, shape: tensor.shape, range: payload.count..<payload.count + tensor.bytes.count)
            payload.append(contentsOf: tensor.bytes)
        }
        var metadata = metadata
        metadata["checksum"] = payload.withUnsafeBytes { Safetensors.checksum($0) }
        entries["__metadata__"] = .metadata(metadata)

        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var header = [UInt8]((try? encoder.encode(entries)) ?? Data())
        while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
        return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header + payload
    }

    /// Writes the file whole or not at all.
    ///
    /// - Throws: `FileError` when the folder cannot be written.
    public func write(to path: String) throws { try StagedFile.write(encoded, to: path) }

    /// Folds bytes to 64 bits, written in base 16: FNV-1a over words of 8 bytes, the last one filled up with zeros.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var position = 0
        while position &+ 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            hash = (hash ^ word) &* 0x100_0000_01b3
            hash ^= hash >> 29
            position &+= 8
        }
        var last: UInt64 = 0
        for (shift, byte) in bytes[position...].enumerated() { last |= UInt64(byte) << UInt64(8 * shift) }
        hash = (hash ^ last) &* 0x100_0000_01b3
        hash ^= hash >> 29
        return String(hash, radix: 16)
    }
}

// MARK: - Reading

extension Safetensors {
    /// - Throws: `FileError` when the file cannot be read, is cut off, was altered, or its header makes no sense.
    public init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw FileError(path: path, reason: "cannot be read")
        }
        try self.init(bytes: [UInt8](data), path: path)
    }

    /// - Parameter path: Named in errors.
    public init(bytes: [UInt8], path: String) throws {
        self = try bytes.withUnsafeBytes { bytes in
            let layout = try Layout(bytes, path: path)
            try layout.verify(bytes, path: path)
            var file = Safetensors(metadata: layout.metadata)
            file.tensors = layout.places.mapValues {
                Tensor(type: $0.type, shape: $0.shape, bytes: [UInt8](bytes[$0.range]))
            }
            return file
        }
    }

    /// What the header says: where in the file each array lies.
    struct Layout: Sendable {
        private(set) var metadata: [String: String] = [:]
        private(set) var places: [String: Place] = [:]
        let checksum: String?
        /// Where the arrays start.
        private let start: Int

        struct Place: Sendable {
            let type: String
            let shape: [Int]
            /// Bytes from the start of the file.
            let range: Range<Int>
        }

        /// - Throws: `FileError` when the file is cut off or its header makes no sense.
        init(_ bytes: UnsafeRawBufferPointer, path: String) throws {
            let cut = FileError(path: path, reason: "model file ends early")
            let broken = FileError(path: path, reason: "is no model file: its header cannot be read")
            guard bytes.count >= 8 else { throw cut }
            let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
            guard length <= 100_000_000 else { throw broken }
            start = 8 + Int(length)
            guard bytes.count >= start else { throw cut }
            guard let entries = try? JSONDecoder().decode([String: Entry].self, from: Data(bytes[8..<start])) else {
                throw broken
            }
            var end = 0
            for (name, entry) in entries {
                switch entry {
                case .metadata(let strings): metadata = strings
                case .tensor(let type, let shape, let range):
                    guard let size = Safetensors.size(ofType: type), shape.allSatisfy({ $0 >= 0 && $0 < 1 << 31 }),
                        shape.reduce(size, { $0.multipliedReportingOverflow(by: $1).partialValue }) == range.count
                    else { throw FileError(path: path, reason: "array '\(name)' does not have the size of its shape") }
                    guard range.upperBound <= bytes.count - start else { throw cut }
                    end = max(end, range.upperBound)
                    places[name] = Place(
                        type: type, shape: shape, range: start + range.lowerBound..<start + range.upperBound)
                }
            }
            guard start + end == bytes.count else {
                throw FileError(path: path, reason: "has bytes that belong to no array")
            }
            checksum = metadata.removeValue(forKey: "checksum")
        }

        /// Compares the arrays with the checksum, where the file has one.
        func verify(_ bytes: UnsafeRawBufferPointer, path: String) throws {
            guard let checksum else { return }
            guard checksum == Safetensors.checksum(UnsafeRawBufferPointer(rebasing: bytes[start...])) else {
                throw FileError(path: path, reason: "was altered: its checksum is not \(checksum)")
            }
        }
    }

    /// One entry of the header.
    private enum Entry: Codable {
        case metadata([String: String])
        case tensor(type: String, shape: [Int], range: Range<Int>)

        private enum Keys: String, CodingKey {
            case type = "dtype"
            case shape
            case offsets = "data_offsets"
        }

        init(from decoder: any Decoder) throws {
            if let strings = try? decoder.singleValueContainer().decode([String: String].self) {
                self = .metadata(strings)
                return
            }
            let container = try decoder.container(keyedBy: Keys.self)
            let offsets = try container.decode([Int].self, forKey: .offsets)
            guard offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1] else {
                throw DecodingError.dataCorruptedError(forKey: .offsets, in: container, debugDescription: "no range")
            }
            self = .tensor(
                type: try container.decode(String.self, forKey: .type),
                shape: try container.decode([Int].self, forKey: .shape), range: offsets[0]..<offsets[1])
        }

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .metadata(let strings):
                var container = encoder.singleValueContainer()
                try container.encode(strings)
            case .tensor(let type, let shape, let range):
                var container = encoder.container(keyedBy: Keys.self)
                try container.encode(type, forKey: .type)
                try container.encode(shape, forKey: .shape)
                try container.encode([range.lowerBound, range.upperBound], forKey: .offsets)
            }
        }
    }
}
