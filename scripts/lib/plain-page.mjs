// Prerendered pages without the framework's scripts (docs/decisions/0003).

// The portal's own script (components/portal) as the page names it: this address with a version, and nothing within.
const own = /^<script src="\/(?:portal|search|saved)\.js\?v=[0-9a-f]{8}" defer=""><\/script>$/;
// What a page says, for machines (JSON-LD): data, which no browser runs.
const data = /^<script type="application\/ld\+json">[^<]*<\/script>$/;
const stays = (/** @type {string} */ script) => own.test(script) || data.test(script);
const scripts = /<script\b[^>]*>[\s\S]*?<\/script>/g;

const ownAnywhere = /"\/(?:portal|search|saved)\.js/g;

// What only the framework needs when it takes a page over: marks between texts, the order of sheets, a connection to where
// the page came from. What says the same a second time: cards of one messenger beside OpenGraph, ends that HTML does not
// ask for.
const toSpare =
  /<!-- -->|<link rel="preconnect" href="\/"[^>]*>| data-precedence="[^"]*"|<meta name="twitter:[^>]*>|<\/(?:li|dt|dd|tr|th|td)>/g;

/**
 * The page as plain HTML: no script elements but the portal's own and data, no preloads of scripts, no flight data. Styles and
 * fonts stay.
 * @param {string} html
 */
export function withoutScripts(html) {
  return html
    .replace(scripts, (script) => (stays(script) ? script : ""))
    .replace(/<link\b(?=[^>]*\brel="preload")(?=[^>]*\bas="script")[^>]*>/g, "")
    .replace(/<link\b(?=[^>]*\brel="modulepreload")[^>]*>/g, "")
    .replace(toSpare, "");
}

/**
 * What a plain page must not have, or must have and lacks: one line each.
 * @param {string} html
 */
export function problemsOf(html) {
  const rest = html.replace(scripts, (script) => (stays(script) ? "" : script));
  const rules = [
    { bad: /<script\b/.test(rest), says: "still has a script" },
    { bad: (html.match(ownAnywhere) ?? []).length > 1, says: "has the portal's script twice" },
    { bad: /<link\b[^>]*\bas="script"/.test(html), says: "still preloads a script" },
    // The policy refuses both, so they would work in no browser.
    { bad: /\sstyle="/.test(html), says: "has a style attribute" },
    { bad: /\son[a-z]+="/.test(html), says: "has an inline event handler" },
    { bad: !/<link\b[^>]*\brel="stylesheet"/.test(html), says: "has no style sheet" },
    { bad: !/<main\b/.test(html), says: "has no content" },
    { bad: /<template\b|<!--\$\?-->/.test(html), says: "waits for a script to show its content" },
  ];
  return rules.flatMap(({ bad, says }) => (bad ? [says] : []));
}
