import TextFiles
import Testing

@testable import LinearModels

struct ModelFileTests {
    private let model = LinearModel.generated(seed: 21)

    private func reason(_ bytes: [UInt8]) -> String? {
        do {
            _ = try LinearModel(Safetensors(bytes: bytes, path: "m.safetensors"), path: "m.safetensors")
            return nil
        } catch { return (error as? FileError)?.reason ?? "\(error)" }
    }

    @Test func `a model comes back as it was written`() throws {
        let back = try LinearModel(Safetensors(bytes: model.file.encoded, path: "m"), path: "m")
        #expect(back == model)
        #expect(back.file.encoded == model.file.encoded)
    }

    @Test func `the header is JSON that any reader of safetensors takes`() throws {
        let bytes = model.file.encoded
        let length = bytes[..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        let header = String(decoding: bytes[8..<8 + length], as: UTF8.self)
        #expect(length % 8 == 0)
        #expect(header.contains(#""sparse.weights":{"data_offsets":["#))
        #expect(header.contains(#""dtype":"I16","shape":[40,3]"#))
        #expect(header.contains(#""labels":"favor\nagainst\nnone""#))
    }

    @Test(arguments: [0, 5, 8, 40, 900, 1_500])
    func `a file cut anywhere is refused`(length: Int) {
        #expect(reason(Array(model.file.encoded.prefix(length))) == "model file ends early")
    }

    @Test func `a file cut in half or by one byte is refused`() {
        let bytes = model.file.encoded
        #expect(reason(Array(bytes.prefix(bytes.count / 2))) == "model file ends early")
        #expect(reason(Array(bytes.dropLast())) == "model file ends early")
    }

    @Test func `an altered byte is noticed`() {
        var bytes = model.file.encoded
        bytes[bytes.count - 3] ^= 1
        #expect(reason(bytes)?.hasPrefix("was altered") == true)
    }

    @Test func `bytes that follow the arrays are refused`() {
        #expect(reason(model.file.encoded + [0]) == "has bytes that belong to no array")
    }

    @Test func `text is no model file`() {
        #expect(reason(Array("This is not a model at all.".utf8)) == "is no model file: its header cannot be read")
    }

    @Test func `another format version is named`() {
        var file = model.file
        file.metadata["format_version"] = "9"
        #expect(reason(file.encoded) == "has model format 9, this program reads 1")
    }

    @Test func `arrays that do not fit together are refused`() {
        var file = model.file
        file.set("sparse.weights", [1, 2, 3] as [Int16], shape: [1, 3])
        #expect(reason(file.encoded)?.hasPrefix("has arrays of the wrong size") == true)
        file = model.file
        file.set("sparse.keys", model.vocabulary.keys.reversed(), shape: [40])
        #expect(reason(file.encoded)?.hasPrefix("has feature keys out of order") == true)
    }

    @Test func `a missing file and a folder that is not there are errors with the path`() {
        #expect(throws: FileError(path: "no/such/model", reason: "cannot be read")) {
            try LinearModel(path: "no/such/model")
        }
        #expect(throws: FileError(path: "no/such/model", reason: "cannot be written")) {
            try model.write(to: "no/such/model")
        }
    }
}
