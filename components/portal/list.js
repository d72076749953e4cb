// @ts-check
/** The list of what is kept on this device (saved.js), on its own page. */
(() => {
  const page = document.querySelector("[data-saved-pages]");
  async function list() {
    if (!(page instanceof HTMLElement)) return;
    /** @type {Map<string, string>} */
    let pages = new Map();
    try {
      pages = new Map(Object.entries(JSON.parse(localStorage.getItem("mawid.favourites") ?? "{}") ?? {}));
    } catch {
      // Where the browser keeps nothing, or not what this script has written.
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
        const item = /** @type {HTMLElement} */ (row.cloneNode(true));
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
