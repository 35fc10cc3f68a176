internal import CZlib

/// Inflates gzip data of one or several members as it comes.
final class Inflater {
    static let magic: [UInt8] = [0x1F, 0x8B]

    private let stream: UnsafeMutablePointer<z_stream>
    private var input: [UInt8] = []
    private var position = 0
    private var state = State.inMember

    private enum State: Equatable {
        case inMember, betweenMembers, finished
        case failed(endsEarly: Bool)
    }

    enum Fault: Error {
        case endsEarly, damaged
        case source(Problem)
    }

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, the largest there is; 16 more ask for a gzip wrapper.
        precondition(czlib_inflateInit2(stream, 15 + 16) == Z_OK, "zlib has memory for a window")
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Up to `limit` inflated bytes; empty at the end.
    func next(limit: Int, more: () throws(Problem) -> [UInt8]) throws(Fault) -> [UInt8] {
        while true {
            switch state {
            case .finished: return []
            case .failed(let endsEarly): throw endsEarly ? .endsEarly : .damaged
            case .betweenMembers: try beginMember(more)
            case .inMember:
                if position == input.count, try !refill(more) {
                    state = .failed(endsEarly: true)
                    continue
                }
                let output = inflateBlock(limit: limit)
                if !output.isEmpty { return output }
            }
        }
    }

    /// Gives zlib the rest of the input; what came out before a fault is returned before it is thrown.
    private func inflateBlock(limit: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: limit) { output, used in
            input.withUnsafeMutableBufferPointer { input in
                stream.pointee.next_in = input.baseAddress.map { $0 + position }
                stream.pointee.avail_in = UInt32(input.count - position)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(limit)
                let status = inflate(stream, Z_NO_FLUSH)
                position = input.count - Int(stream.pointee.avail_in)
                used = limit - Int(stream.pointee.avail_out)
                if status == Z_STREAM_END {
                    state = .betweenMembers
                } else if status != Z_OK && status != Z_BUF_ERROR {
                    state = .failed(endsEarly: false)
                }
            }
        }
    }

    /// After a member comes another one, or zeros that pad the file, or its end.
    private func beginMember(_ more: () throws(Problem) -> [UInt8]) throws(Fault) {
        while true {
            if position == input.count, try !refill(more) {
                state = .finished
                return
            }
            if input[position] != 0 { break }
            position += 1
        }
        guard input[position] == Inflater.magic[0] else {
            state = .failed(endsEarly: false)
            return
        }
        inflateReset(stream)
        state = .inMember
    }

    private func refill(_ more: () throws(Problem) -> [UInt8]) throws(Fault) -> Bool {
        do throws(Problem) { input = try more() } catch { throw .source(error) }
        position = 0
        return !input.isEmpty
    }
}
