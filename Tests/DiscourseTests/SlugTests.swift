import Testing

import Discourse

@Suite struct SlugTests {
    @Test(arguments: [
        ("Miriam Coronel-Ferrer", "miriam-coronel-ferrer"), ("Péter Őszi", "peter-oszi"), ("J. D. Vale", "j-d-vale"),
        ("Nia O’Dell", "nia-odell"), ("senior U.S. official", "senior-us-official"), ("İbrahim Kalın", "ibrahim-kalin"),
        ("  Åse  Ødegård ", "ase-odegard"), ("東京", "u6771-u4eac"),
    ])
    func `a slug is plain ASCII`(name: String, slug: String) { #expect(Slug.of(name) == slug) }
}
