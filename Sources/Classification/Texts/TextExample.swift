import Discourse

/// A text with a target and the stance that people say it takes.
public struct TextExample: Sendable, Equatable {
    public let id: String
    public let target: String
    public let text: String
    public let stance: Stance
    /// Texts of a group are held out together.
    public let group: String

    public init(id: String, target: String, text: String, stance: Stance, group: String) {
        (self.id, self.target, self.text, self.stance, self.group) = (id, target, text, stance, group)
    }
}
