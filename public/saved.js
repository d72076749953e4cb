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
(() => {
const page = document.querySelector("[data-saved-pages]");
async function list() {
if (!(page instanceof HTMLElement)) return;
let pages = new Map();
try {
pages = new Map(Object.entries(JSON.parse(localStorage.getItem("mawid.favourites") ?? "{}") ?? {}));
} catch {
}
if ("caches" in window)
for (const name of ["mawid-pages", "mawid-mine"])
for (const { url } of await (await caches.open(name)).keys()) {
const address = new URL(url).pathname;
if (pages.has(address) || address === location.pathname) continue;
const kept = await (await caches.open(name)).match(url);
const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec((await kept?.text()) ?? "")?.[1] ?? address;
pages.set(address, new DOMParser().parseFromString(title, "text/html").body.textContent ?? address);
}
const rows = page.querySelector("ul");
const row = page.querySelector("[data-row]");
if (!rows || !row) return;
rows.replaceChildren(
row,
...Array.from(pages, ([address, title]) => {
const item =  (row.cloneNode(true));
item.hidden = false;
const link = item.querySelector("a");
const button = item.querySelector("button");
if (link) {
link.href = address;
link.textContent = title;
}
if (button) button.dataset.forget = address;
return item;
}),
);
page.hidden = pages.size === 0;
const none = document.querySelector("[data-saved-none]");
if (none instanceof HTMLElement) none.hidden = pages.size > 0;
}
list();
document.addEventListener("saved", list);
})();
