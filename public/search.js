(() => {
const field = document.querySelector("form[data-search] input[name=q]");
if (!(field instanceof HTMLInputElement) || !field.form) return;
const page = field.form.action;
const slot = (within, name) => within.querySelector(`[data-slot=${name}]`);
const asked = () => field.value.trim();
let asking;
let waiting;
let shown = asked();
async function ask() {
const query = asked();
if (query === shown || query.length === 1) return;
if (asking) asking.abort();
asking = new AbortController();
const address = `${page}?${new URLSearchParams({ q: query })}`;
try {
const response = await fetch(`${address}&part=results`, { signal: asking.signal });
const part = new DOMParser().parseFromString(await response.text(), "text/html");
for (const name of ["status", "results"]) {
const to = slot(document, name);
const from = slot(part, name);
if (to && from) to.innerHTML = from.innerHTML;
}
shown = query;
history.replaceState(null, "", query ? address : page);
for (const link of document.querySelectorAll("header a[hreflang]"))
if (link instanceof HTMLAnchorElement) link.search = location.search;
} catch {
}
}
field.addEventListener("input", () => {
clearTimeout(waiting);
waiting = setTimeout(ask, 250);
});
document.addEventListener("keydown", (event) => {
const results = slot(document, "results");
const stops = [field, ...(results ? results.querySelectorAll("a") : [])];
const at = stops.indexOf(document.activeElement);
if (at < 0) return;
const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: at > 0 ? 0 : -1 }[event.key];
const stop = to === undefined ? undefined : stops[to];
if (!(stop instanceof HTMLElement)) return;
event.preventDefault();
stop.focus();
});
})();
