"""What tests tell a page to hear and to get: live regions, and keys of an input method."""

# What the live regions were given, in order, with how urgent it was.
LISTEN = """() => {
    window.heard = []
    for (const place of document.querySelectorAll('[data-announcer]')) {
        new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(
            (node) => window.heard.push([place.ariaLive, node.textContent])
        ))).observe(place, { childList: true, subtree: true })
    }
}"""
# An event as an input method sends it: [kind, init].
KEY = """(input, [kind, init]) => input.dispatchEvent(
    kind.startsWith('key') ? new KeyboardEvent(kind, { bubbles: true, cancelable: true, ...init })
        : new CompositionEvent(kind, { bubbles: true, ...init })
)"""
