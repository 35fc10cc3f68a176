/// Hashes the values of one feature template after another; each call is a template of its own.
struct TemplateHash {
    private var template: UInt32

    init(template: UInt32) { self.template = template }

    mutating func callAsFunction(_ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) -> UInt32 {
        template &+= 1
        var hash = (template &* 0x9E37_79B1) ^ a
        hash = (hash ^ hash >> 15) &* 0x85EB_CA77 &+ b
        hash = (hash ^ hash >> 13) &* 0xC2B2_AE3D &+ c
        hash = (hash ^ hash >> 16) &* 0x27D4_EB2F
        return hash ^ hash >> 15
    }
}
