(() => {
const key = "mawid.ticks";
function kept() {
try {
const ticks = JSON.parse(localStorage.getItem(key) ?? "{}");
return ticks && typeof ticks === "object" ? ticks : {};
} catch {
return {};
}
}
function keep(ticks) {
try {
localStorage.setItem(key, JSON.stringify(ticks));
} catch {
}
}
const lists = () => Array.from(document.querySelectorAll("[data-ticks]"));
const concernsOf = (list) => (list.dataset.ticks ?? "").split(" ").filter(Boolean);
const boxesOf = (list) => Array.from(list.querySelectorAll("input[type=checkbox]"));
function show() {
const ticks = kept();
for (const list of lists()) {
const known = concernsOf(list)
.map((concern) => ticks[concern])
.filter(Array.isArray);
if (known.length === 0) continue;
for (const box of boxesOf(list)) box.checked = known.some((ids) => ids.includes(box.value));
}
}
function tick(target) {
const list = target instanceof HTMLInputElement ? target.closest("[data-ticks]") : null;
if (!(list instanceof HTMLElement) || !(target instanceof HTMLInputElement)) return;
const ticks = kept();
const ready = boxesOf(list)
.filter((box) => box.checked)
.map((box) => box.value);
for (const concern of concernsOf(list)) {
const ids = new Set(Array.isArray(ticks[concern]) ? ticks[concern] : ready);
if (target.checked) ids.add(target.value);
else ids.delete(target.value);
ticks[concern] = [...ids];
}
keep(ticks);
}
document.addEventListener("change", ({ target }) => {
tick(target);
show();
});
document.addEventListener("click", ({ target }) => {
const button = target instanceof Element ? target.closest("[data-untick], [data-print]") : null;
if (!button) return;
if (button.hasAttribute("data-print")) {
window.print();
return;
}
const ticks = kept();
for (const concern of lists().flatMap(concernsOf)) ticks[concern] = [];
keep(ticks);
show();
});
window.addEventListener("storage", show);
window.addEventListener("pageshow", show);
document.addEventListener("ticks", show);
document.addEventListener("reset", () => setTimeout(show));
for (const button of document.querySelectorAll("[data-print]")) button.removeAttribute("hidden");
for (const box of lists().flatMap(boxesOf)) if (box.checked !== box.defaultChecked) tick(box);
show();
})();
(() => {
const tools = document.querySelector("[data-tools]");
if (!(tools instanceof HTMLElement)) return;
const language = document.documentElement.lang;
const button = (name) => tools.querySelector(`[data-tool=${name}]`);
const press = (tool, on) => tool.setAttribute("aria-pressed", String(on));
tools.hidden = false;
const listen = button("listen");
const speech = window.speechSynthesis;
const voice = () => {
const fitting = speech.getVoices().filter((each) => each.lang.toLowerCase().startsWith(language));
return fitting.find((each) => each.localService) ?? fitting[0];
};
if (listen && speech) {
const offer = () => {
listen.hidden = !voice();
};
offer();
speech.addEventListener?.("voiceschanged", offer);
const stop = () => {
speech.cancel();
press(listen, false);
};
listen.addEventListener("click", () => {
if (listen.getAttribute("aria-pressed") === "true") return stop();
const blocks = document.querySelectorAll("article :is(h1, h2, h3, p, li, dt, dd, td, th)");
const texts = Array.from(blocks, (block) =>
block.closest("nav, form, [hidden], .no-print") ||
block.querySelector("p, li, dd") ||
!(block instanceof HTMLElement)
? ""
: block.innerText.trim(),
).filter(Boolean);
speech.cancel();
texts.forEach((text, index) => {
const utterance = new SpeechSynthesisUtterance(text);
utterance.lang = language;
utterance.voice = voice() ?? null;
if (index === texts.length - 1) utterance.onend = stop;
speech.speak(utterance);
});
press(listen, true);
});
window.addEventListener("pagehide", stop);
}
const share = button("share");
const address = () => location.origin + location.pathname;
if (share)
share.addEventListener("click", () => {
const more = share.nextElementSibling;
if (!(more instanceof HTMLElement)) return;
more.hidden = !more.hidden;
share.setAttribute("aria-expanded", String(!more.hidden));
const square = more.querySelector("[data-qr]");
if (!(square instanceof HTMLElement) || square.firstChild) return;
const image = new Image();
image.src = square.dataset.qr ?? "";
image.alt = square.dataset.alt ?? "";
square.append(image);
});
const send = button("send");
if (send && typeof navigator.share === "function") {
send.hidden = false;
send.addEventListener("click", () => {
navigator.share({ title: document.title, url: address() }).catch(() => {});
});
}
const copy = button("copy");
if (copy && navigator.clipboard)
copy.addEventListener("click", async () => {
await navigator.clipboard.writeText(address());
const said = tools.querySelector("[role=status]");
if (said instanceof HTMLElement) said.textContent = said.dataset.copied ?? "";
});
else if (copy) copy.hidden = true;
})();
(() => {
const key = "mawid.favourites";
const here = location.pathname;
function favourites() {
try {
const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
return kept && typeof kept === "object" ? kept : {};
} catch {
return {};
}
}
function keep(all) {
try {
localStorage.setItem(key, JSON.stringify(all));
} catch {
}
}
const star = document.querySelector("[data-tool=favourite]");
if (star) {
const show = () => star.setAttribute("aria-pressed", String(here in favourites()));
star.addEventListener("click", () => {
const all = favourites();
if (here in all) delete all[here];
else all[here] = (document.querySelector("h1") ?? document.body).innerText.slice(0, 200);
keep(all);
show();
start();
});
window.addEventListener("pageshow", show);
show();
}
const able = "serviceWorker" in navigator && "caches" in window;
const start = () => {
if (!able) return;
navigator.serviceWorker.register("/sw.js").catch(() => {});
navigator.serviceWorker.ready.then(({ active }) => {
const files = performance.getEntriesByType("resource").map(({ name }) => name);
active?.postMessage({ pages: seen(), files });
});
};
function seen() {
try {
const all = [
...new Set([...JSON.parse(sessionStorage.getItem("mawid.seen") ?? "[]"), here + location.search]),
];
sessionStorage.setItem("mawid.seen", JSON.stringify(all.slice(-20)));
return all;
} catch {
return [here + location.search];
}
}
window.addEventListener("load", () => {
const again = seen().length > 1;
if (again || (able && navigator.serviceWorker.controller) || Object.keys(favourites()).length > 0)
start();
else window.addEventListener("scroll", start, { once: true, passive: true });
});
const mine = "mawid-mine";
const copy = () => document.querySelector("[data-copy]");
async function showCopy() {
if (!able || !/^\/[a-z]{2}\/appointments\/[\w-]{40,}$/.test(here)) return;
const box = copy();
const kept = await (await caches.open(mine)).match(here);
if (!box) {
if (kept && !document.querySelector("[data-offline]")) await (await caches.open(mine)).delete(here);
return;
}
if (!(box instanceof HTMLElement)) return;
box.hidden = false;
for (const button of box.querySelectorAll("button"))
button.hidden = (button.dataset.do === "keep") === Boolean(kept);
if (kept && !document.querySelector("[data-offline]")) await keepCopy();
}
async function keepCopy() {
const response = await fetch(here, { headers: { Accept: "text/html" } });
if (!response.ok) return;
await (await caches.open(mine)).put(here, response);
start();
}
document.addEventListener("click", async ({ target }) => {
const button = target instanceof Element ? target.closest("[data-copy] button, [data-forget]") : null;
if (!(button instanceof HTMLElement)) return;
if (button.dataset.do === "keep") await keepCopy();
else if (button.dataset.do === "drop") await (await caches.open(mine)).delete(here);
else await forget(button.dataset.forget ?? "");
document.dispatchEvent(new Event("saved"));
await showCopy();
});
async function forget(address) {
const all = favourites();
for (const each of address ? [address] : Object.keys(all)) delete all[each];
keep(all);
if (!able) return;
for (const name of address ? ["mawid-pages", mine] : []) await (await caches.open(name)).delete(address);
if (!address)
for (const name of await caches.keys()) if (name.startsWith("mawid-")) await caches.delete(name);
}
showCopy();
document.addEventListener("ticks", showCopy);
})();
