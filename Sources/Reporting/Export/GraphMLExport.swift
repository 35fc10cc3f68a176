import Discourse
import TextFiles

/// The agreement network of a run's actors as GraphML.
///
/// Nodes are actors who take a position at least `least` times, copies in near-duplicate articles counted once. With
/// *F* statements in favor and *A* against, two actors agree min(F₁, F₂) + min(A₁, A₂) times and disagree
/// min(F₁, A₂) + min(A₁, F₂) times: the congruence and conflict of discourse networks (Leifeld, "Discourse network
/// analysis", 2017) with one concept. An edge stands wherever one of them is above zero, and its `agreement` is
/// (congruence − conflict) / (congruence + conflict), −1...1.
public struct GraphMLExport: Sendable {
    private let run: String
    private let least: Int

    /// - Parameters:
    ///   - run: The folder of a run with its JSON files.
    ///   - least: Positions an actor must have taken to become a node; the number of edges grows with the square of
    ///     the number of nodes.
    public init(run: String, least: Int = 1) { (self.run, self.least) = (run, max(1, least)) }

    public func write(to path: String) throws {
        var collection = StudyCollection()
        try RunReader(path: run).forEach { collection.add($0, $1) }
        try StagedFile.write(GraphMLExport.graph(try collection.study(), least: least), to: path)
    }

    /// An actor and how often it takes which side.
    struct Node: Sendable, Equatable {
        let actor: Actor
        var favor = 0
        var against = 0

        static func congruence(_ a: Node, _ b: Node) -> Int { min(a.favor, b.favor) + min(a.against, b.against) }
        static func conflict(_ a: Node, _ b: Node) -> Int { min(a.favor, b.against) + min(a.against, b.favor) }
    }

    /// In byte order of ids.
    static func nodes(_ study: Study, least: Int) -> [Node] {
        study.statements(by: .actor).compactMap { _, statements in
            var node = Node(actor: statements[0].entry.actor)
            var seen: Set<[UInt64]> = []
            for statement in statements
            where seen.insert([UInt64(statement.cluster), statement.entry.content]).inserted {
                if statement.entry.stance == .favor { node.favor += 1 }
                if statement.entry.stance == .against { node.against += 1 }
            }
            return node.favor + node.against >= least ? node : nil
        }
    }

    static func graph(_ study: Study, least: Int) -> [UInt8] {
        let nodes = nodes(study, least: least)
        var xml = HTML()
        xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        xml.element("graphml", ["xmlns": "http://graphml.graphdrawing.org/xmlns"]) {
            $0.line()
            writeKeys(to: &$0)
            $0.element("graph", ["id": "agreement", "edgedefault": "undirected"]) { xml in
                xml.line()
                for (index, node) in nodes.enumerated() { write(node, index, to: &xml) }
                writeEdges(nodes, to: &xml)
            }
            $0.line()
        }
        xml.line()
        return xml.bytes
    }

    private static func writeKeys(to xml: inout HTML) {
        let keys: [(id: String, of: String, type: String)] = [
            ("actor_id", "node", "string"), ("name", "node", "string"), ("kind", "node", "string"),
            ("country", "node", "string"), ("favor", "node", "int"), ("against", "node", "int"),
            ("congruence", "edge", "int"), ("conflict", "edge", "int"), ("agreement", "edge", "double"),
        ]
        for key in keys {
            xml.element("key", ["id": key.id, "for": key.of, "attr.name": key.id, "attr.type": key.type])
            xml.line()
        }
    }

    private static func write(_ node: Node, _ index: Int, to xml: inout HTML) {
        xml.element("node", ["id": "n\(index)"]) {
            data("actor_id", node.actor.id, to: &$0)
            data("name", node.actor.name, to: &$0)
            data("kind", node.actor.kind.rawValue, to: &$0)
            if let country = node.actor.country { data("country", country, to: &$0) }
            data("favor", "\(node.favor)", to: &$0)
            data("against", "\(node.against)", to: &$0)
        }
        xml.line()
    }

    private static func writeEdges(_ nodes: [Node], to xml: inout HTML) {
        for (first, a) in nodes.enumerated() {
            for (second, b) in nodes.enumerated().dropFirst(first + 1) {
                let (congruence, conflict) = (Node.congruence(a, b), Node.conflict(a, b))
                if congruence + conflict == 0 { continue }
                let agreement = Double(congruence - conflict) / Double(congruence + conflict)
                xml.element("edge", ["source": "n\(first)", "target": "n\(second)"]) {
                    data("congruence", "\(congruence)", to: &$0)
                    data("conflict", "\(conflict)", to: &$0)
                    data("agreement", FixedPoint(agreement, decimals: 4).description, to: &$0)
                }
                xml.line()
            }
        }
    }

    /// XML has no place for control characters, so they become U+FFFD.
    private static func data(_ key: String, _ value: String, to xml: inout HTML) {
        let clean = value.unicodeScalars.map { scalar -> Unicode.Scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: scalar
            default: "\u{FFFD}"
            }
        }
        xml.element("data", ["key": key], text: String(String.UnicodeScalarView(clean)))
    }
}
