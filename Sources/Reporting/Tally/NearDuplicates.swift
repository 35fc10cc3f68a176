/// Groups articles that copy one another, such as a wire story in two outlets.
///
/// Pairs are looked for by bands of the signature: articles that agree in both places of any of 16
/// bands are compared, and joined when at least half of their runs of words agree. Two articles with
/// 60 % in common meet in a band with a probability above 0.999, two with 5 % in one case of 25.
/// Groups are closed: what is joined to one member is joined to all.
struct NearDuplicates: Sendable {
    let threshold = 0.5
    /// Of very full bands, only so many different articles are compared with each newcomer.
    let leadersPerBand = 64

    /// Returns for each signature the index of the first signature of its group.
    ///
    /// The groups depend on the order only where a band is fuller than `leadersPerBand`, so pass the
    /// signatures in an order that is the same in every run.
    func groups(of signatures: [ArticleSignature]) -> [Int] {
        var groups = DisjointSets(count: signatures.count)
        for band in 0..<16 {
            let keys = signatures.map { UInt32($0.places[band * 2]) << 16 | UInt32($0.places[band * 2 + 1]) }
            let order = signatures.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
            var leaders: ArraySlice<Int> = []
            for (index, article) in order.enumerated() {
                if index == 0 || keys[order[index - 1]] != keys[article] { leaders = [] }
                join(article, &leaders, signatures, &groups)
            }
        }
        return signatures.indices.map { groups.root(of: $0) }
    }

    private func join(
        _ article: Int, _ leaders: inout ArraySlice<Int>, _ signatures: [ArticleSignature], _ groups: inout DisjointSets
    ) {
        var isAlone = true
        for leader in leaders where signatures[article].similarity(to: signatures[leader]) >= threshold {
            groups.join(article, leader)
            isAlone = false
        }
        if isAlone && leaders.count < leadersPerBand { leaders.append(article) }
    }
}

/// Union-find; the root of a set is its smallest member.
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(of element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        parents[max(a, b)] = min(a, b)
    }
}
