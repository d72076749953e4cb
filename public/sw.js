(() => {
const worker =  (self);
const pages = "mawid-pages";
const files = "mawid-files";
const mine = "mawid-mine";
const most = 60;
const reading =
/^\/(ar|de|en)(\/(guides(\/[a-z0-9-]+(\/[a-z0-9-]+)?)?|topics\/[a-z0-9-]+|offices(\/[a-z0-9-]+(\/(checklist|services)\/[a-z0-9-]+)?)?|checks(\/[a-z0-9-]+(\/results\/[a-z0-9-]+)?)?|glossary|saved|imprint|privacy|accessibility))?$/;
const appointment = /^\/(ar|de|en)\/appointments\/[\w-]{40,}$/;
const file = /^\/(_next\/static\/.+|portal\.js|icon\.svg)$/;
const words = {
ar: [
"أنت من دون اتصال. هذه نسخة محفوظة على جهازك، تاريخها",
"لا يوجد اتصال بالإنترنت، وهذه الصفحة غير محفوظة على جهازك. الصفحات المحفوظة:",
"لا يوجد اتصال بالإنترنت، ولا توجد صفحة محفوظة على جهازك بالعربية.",
],
de: [
"Sie sind offline. Das ist die Kopie auf Ihrem Gerät vom",
"Keine Verbindung, und diese Seite ist nicht auf Ihrem Gerät. Gespeicherte Seiten:",
"Keine Verbindung, und auf Ihrem Gerät ist keine deutsche Seite gespeichert.",
],
en: [
"You are offline. This is the copy on your device of",
"No connection, and this page is not on your device. Saved pages:",
"No connection, and no English page is saved on your device.",
],
};
const tags = { ar: "ar-u-nu-latn-ca-gregory", de: "de-DE", en: "en-GB" };
const loosely = { ignoreVary: true };
async function keep(name, address, response) {
const cache = await caches.open(name);
await cache.delete(address, loosely);
await cache.put(address, response);
const keys = await cache.keys();
for (const old of keys.slice(0, Math.max(keys.length - most, 0))) await cache.delete(old);
}
async function asCopy(kept, locale, isMine) {
const date = new Date(kept.headers.get("date") ?? 0).toLocaleString(tags[locale], {
dateStyle: "long",
timeStyle: "short",
});
const note = `<p role="status" data-offline class="bg-saffron-wash p-3 text-center font-bold">${words[locale]?.[0]} ${date}</p>`;
const html = (await kept.text())
.replace(/<script(?![^>]*src="\/portal)[^>]*>[\s\S]*?<\/script>/g, "")
.replace(/(<p data-slot="(?:open-|phone-)[^>]*>).*?<\/p>/g, "$1</p>")
.replace(/<main[^>]*>/, (main) => main + note);
return new Response(isMine ? onlyToRead(html) : html, { headers: kept.headers });
}
const onlyToRead = (html) =>
html
.replace(/class="no-print/g, 'hidden class="no-print')
.replace(/<\/?form[^>]*>/g, "")
.replace(/<button[^>]*>[\s\S]*?<\/button>/g, "");
async function nothing(locale) {
const cache = await caches.open(pages);
let sheets = "";
const links = [];
for (const request of await cache.keys()) {
const { pathname } = new URL(request.url);
const text = (await (await cache.match(request))?.text()) ?? "";
sheets ||= (text.match(/<link[^>]*rel="stylesheet"[^>]*>/g) ?? []).join("");
const title = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(text)?.[1];
if (pathname.slice(1, 3) === locale) links.push(`<li><a href="${pathname}">${title ?? pathname}</a>`);
}
const html = `<!doctype html><html lang="${locale}" dir="${locale === "ar" ? "rtl" : "ltr"}"><meta name="viewport" content="width=device-width">${sheets}<title>Mawid</title><body class="font-sans"><main class="wrap prose py-10"><p>${words[locale]?.[links.length > 0 ? 1 : 2]}</p><ul>${links.join("")}</ul></main>`;
return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", ( event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", ( event) => {
const { request } = event;
const { origin, pathname, search } = new URL(request.url);
if (request.method !== "GET" || origin !== location.origin) return;
if (file.test(pathname)) {
event.respondWith(
caches.open(files).then(async (cache) => (await cache.match(request, loosely)) ?? fetch(request)),
);
return;
}
const isReading = reading.test(pathname) && search === "";
const locale = pathname.slice(1, 3);
if (request.mode !== "navigate" || !(locale in words) || /^\/..[^/]|\./.test(pathname)) return;
event.respondWith(
fetch(request).then(
(response) => {
if (isReading && response.ok) event.waitUntil(keep(pages, pathname, response.clone()));
return response;
},
async () => {
const where = isReading ? pages : appointment.test(pathname) ? mine : null;
const kept = where && (await (await caches.open(where)).match(pathname, loosely));
return kept ? asCopy(kept, locale, !isReading) : nothing(locale);
},
),
);
});
worker.addEventListener("message", ( event) => {
const { pages: read, files: used } = event.data;
const cached =  ({ cache: "force-cache" });
const add = async () => {
const store = await caches.open(files);
for (const url of used) {
const { origin, pathname } = new URL(url);
if (origin === location.origin && file.test(pathname) && !(await store.match(url, loosely))) {
const response = await fetch(url, cached);
if (response.ok) await keep(files, url, response);
}
}
for (const page of read) {
if (!reading.test(page) || (await (await caches.open(pages)).match(page, loosely))) continue;
const response = await fetch(page, cached);
if (response.ok) await keep(pages, page, response);
}
};
event.waitUntil(add().catch(() => {}));
});
})();
