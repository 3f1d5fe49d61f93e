//! Keyboard helpers: where the focus is, whether it is visible, and how to reach an element by Tab.

use serde_json::json;

use crate::browser::{Page, key};

/// A script prefix that defines how the focused element looks to the user.
pub(crate) const FOCUS_LOOKS: &str = "
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const top = document.elementFromPoint(x, y);
    const looks = {
        name: (element.getAttribute('aria-label') ?? element.id ?? '') || element.textContent.slice(0, 40),
        ring: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
            || style.boxShadow !== 'none',
        inside: x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight,
        covered: !!top && top !== element && !element.contains(top) && !top.contains(element)
            && top.tagName !== 'LABEL',
    };";

/// The number of Tab presses before giving up: more than the page has tab stops.
const ROUND: usize = 200;

impl Page {
    /// The name of the focused element: its label, otherwise its text; `body` if nothing has the
    /// focus.
    pub(crate) fn focused(&self) -> String {
        let script = "const element = document.activeElement;
            if (element === document.body) return 'body';
            return (element.getAttribute('aria-label') ?? element.textContent).trim()";
        self.run(script).as_str().unwrap_or_default().to_owned()
    }

    /// The element id of the focused element.
    pub(crate) fn focused_id(&self) -> String {
        self.run("return document.activeElement.id").as_str().unwrap_or_default().to_owned()
    }

    /// The text of the focused field.
    pub(crate) fn focused_value(&self) -> String {
        self.run("return document.activeElement.value").as_str().unwrap_or_default().to_owned()
    }

    /// Presses Tab, or Shift+Tab if the element is behind, until the focus visibly reaches the
    /// element with a name (or name prefix) inside the element of a selector.
    pub(crate) fn tab_to(&self, scope: &str, name: &str) {
        let way = "const [scope, name] = arguments;
            const named = (element) => (element.getAttribute('aria-label')
                ?? ([...(element.labels ?? [])].map((label) => [...label.childNodes]
                    .filter((node) => node.nodeType === Node.TEXT_NODE)
                    .map((node) => node.data).join('')).join(' ') || element.textContent))
                .replace(/\\s+/g, ' ').trim();
            const stops = ['button', 'input', 'textarea', 'select', 'summary', 'a[href]']
                .map((kind) => `${scope} ${kind}`).join();
            const shown = [...document.querySelectorAll(stops)].filter((element) =>
                element.checkVisibility({ visibilityProperty: true })
                && element.tabIndex >= 0 && !element.disabled);
            const place = shown.find((element) => named(element) === name)
                ?? shown.find((element) => named(element).startsWith(name));
            const now = document.activeElement;
            if (!place || place === now) return place ? 'there' : 'nowhere';
            return now.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_PRECEDING
                ? 'behind' : 'ahead'";
        let way = |page: &Self| page.run_with(way, &[json!(scope), json!(name)]);
        self.wait(&format!("`{name}` in {scope}"), |page| (way(page) != "nowhere").then_some(()));
        for _ in 0..ROUND {
            match way(self).as_str() {
                Some("there") => return self.assert_focus_seen(),
                Some("behind") => self.press_on(&[key::SHIFT, key::TAB]),
                _ => self.press_on(&[key::TAB]),
            }
        }
        panic!("Tab never reaches `{name}` in {scope}; the focus is on {}", self.focused());
    }

    /// Checks that the focused element is on the screen, uncovered, and has a focus ring.
    pub(crate) fn assert_focus_seen(&self) {
        let script = format!("{FOCUS_LOOKS} return {{ ...looks, on: element !== document.body }}");
        let seen = |page: &Self| {
            let looks = page.run(&script);
            let seen = looks["on"] == true
                && looks["ring"] == true
                && looks["inside"] == true
                && looks["covered"] == false;
            if seen { "visible".to_owned() } else { looks.to_string() }
        };
        self.wait_to_read(&"visible".to_owned(), seen);
    }

    /// Waits until the element of a selector has the focus, and checks that it is visible.
    pub(crate) fn wait_for_focus(&self, selector: &str) {
        let on = "return document.activeElement.matches(arguments[0])";
        self.wait(&format!("the focus on {selector}, not on {}", self.focused()), |page| {
            (page.run_with(on, &[json!(selector)]) == true).then_some(())
        });
        self.assert_focus_seen();
    }

    /// Types a text key by key.
    pub(crate) fn type_keys(&self, text: &str) {
        for letter in text.chars() {
            self.press_on(&[letter]);
        }
        self.settle();
    }

    /// Puts a text where the cursor is, as pasting does; journeys have no clipboard.
    pub(crate) fn paste(&self, text: &str) {
        let script = "const field = document.activeElement;
            field.setRangeText(arguments[0], field.selectionStart, field.selectionEnd, 'end');
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
        self.run_with(script, &[json!(text)]);
    }

    /// Replaces the text of the focused field key by key.
    pub(crate) fn retype(&self, text: &str) {
        self.press(&[key::CONTROL, 'a']);
        self.type_keys(text);
        let typed = self.focused_value();
        assert_eq!(typed, text, "what is typed stands in {}", self.focused());
    }
}
