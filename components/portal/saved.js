// @ts-check
/**
 * What stays on this device and nowhere else: favourites, pages that were read, and one's own appointment when its owner
 * wants that. The service worker shows them without a network.
 */
(() => {
  const key = "mawid.favourites";
  const here = location.pathname;
  /** @returns {Record<string, string>} titles by address */
  function favourites() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) ?? "{}");
      return kept && typeof kept === "object" ? kept : {};
    } catch {
      return {};
    }
  }
  /** @param {Record<string, string>} all */
  function keep(all) {
    try {
      localStorage.setItem(key, JSON.stringify(all));
    } catch {
      // Private windows and full devices.
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
  // Nobody pays for the worker with the very first page before reading on in it: it comes when that is scrolled, with the
  // second page, or with a favourite, and then takes what was read before out of the browser's own cache.
  const start = () => {
    if (!able) return;
    navigator.serviceWorker.register("/sw.js").catch(() => {});
    navigator.serviceWorker.ready.then(({ active }) => {
      const files = performance.getEntriesByType("resource").map(({ name }) => name);
      active?.postMessage({ pages: seen(), files });
    });
  };
  /** @returns {string[]} what was read since the browser's tab was opened, this page too */
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

  // One's own appointment: kept only when its owner says so, and gone as soon as it is not confirmed any more.
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
    // What was kept follows the appointment when it moves.
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
  /** @param {string} address one address, or nothing for all of them */
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
