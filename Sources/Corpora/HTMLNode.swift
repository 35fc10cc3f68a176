@preconcurrency internal import CLibXML2

/// A parsed page. It owns the tree; nodes are valid as long as it lives.
final class HTMLTree {
    private let document: htmlDocPtr?

    private static let prepareLibrary: Void = xmlInitParser()

    /// - Parameter utf8: Valid UTF-8, whatever the page declares.
    init(_ utf8: [UInt8]) {
        HTMLTree.prepareLibrary
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue
        document = utf8.withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil, "UTF-8",
                Int32(options))
        }
    }

    deinit { if let document { xmlFreeDoc(document) } }

    var root: HTMLNode? { document.flatMap { xmlDocGetRootElement($0) }.map(HTMLNode.init) }
}

/// A node of a page: an element or a piece of text.
struct HTMLNode {
    private let node: xmlNodePtr

    init(_ node: xmlNodePtr) { self.node = node }

    var isElement: Bool { node.pointee.type == XML_ELEMENT_NODE }

    var isText: Bool { node.pointee.type == XML_TEXT_NODE }

    var firstChild: HTMLNode? { isElement ? node.pointee.children.map(HTMLNode.init) : nil }

    var nextSibling: HTMLNode? { node.pointee.next.map(HTMLNode.init) }

    /// The element's name; libxml2's HTML parser gives it in lower case.
    var name: String { node.pointee.name.map { String(cString: $0) } ?? "" }

    /// Calls `body` with the bytes of a piece of text.
    func withText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        guard let content = node.pointee.content else { return }
        body(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
    }

    /// An attribute's value; nil when it is not there.
    subscript(attribute: String) -> String? {
        guard isElement, node.pointee.properties != nil, let value = xmlGetProp(node, attribute) else { return nil }
        defer { xmlFree(value) }
        return String(cString: value)
    }

    /// All the text below, as it stands; `script` and `title` hold nothing but text.
    var text: String {
        guard let value = xmlNodeGetContent(node) else { return "" }
        defer { xmlFree(value) }
        return String(cString: value)
    }
}

extension HTMLNode {
    /// Walks the tree below this node in the order of the text, without recursion, since hostile pages nest deep.
    ///
    /// - Parameters:
    ///   - enter: Called for each node; false passes over what is below it.
    ///   - leave: Called for each element that was entered.
    func walk(enter: (HTMLNode) -> Bool, leave: (HTMLNode) -> Void) {
        var path: [HTMLNode] = []
        var current: HTMLNode? = self
        while let node = current {
            if node.isElement, enter(node) {
                path.append(node)
                current = node.firstChild
            } else {
                if node.isText { _ = enter(node) }
                current = path.isEmpty ? nil : node.nextSibling
            }
            while current == nil, let parent = path.popLast() {
                leave(parent)
                current = path.isEmpty ? nil : parent.nextSibling
            }
        }
    }
}
