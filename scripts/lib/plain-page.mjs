// Prerendered pages without the framework's scripts (docs/decisions/0003).

/**
 * The page as plain HTML: no script elements, no preloads of scripts, no flight data. Styles and fonts stay.
 * @param {string} html
 */
export function withoutScripts(html) {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<link\b(?=[^>]*\brel="preload")(?=[^>]*\bas="script")[^>]*>/g, "")
    .replace(/<link\b(?=[^>]*\brel="modulepreload")[^>]*>/g, "");
}

/**
 * What a plain page must not have, or must have and lacks: one line each.
 * @param {string} html
 */
export function problemsOf(html) {
  const rules = [
    { bad: /<script\b/.test(html), says: "still has a script" },
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
