// @ts-check
/**
 * The portal's own script, and the only one on reading pages: it adds to what works without it. Written for every
 * browser that knows `let`, sent as it stands.
 *
 * Document lists: what somebody ticks off is kept on this device and nowhere else, by concern. A list names its concerns
 * in `data-ticks`; a document of several concerns counts as ready when it is in one of them, and a tick is kept for all.
 */
(() => {
  const key = "mawid.ticks";

  /** @returns {Record<string, string[]>} ids of documents by concern; nothing where the browser keeps nothing */
  function kept() {
    try {
      const ticks = JSON.parse(localStorage.getItem(key) ?? "{}");
      return ticks && typeof ticks === "object" ? ticks : {};
    } catch {
      return {};
    }
  }

  /** @param {Record<string, string[]>} ticks */
  function keep(ticks) {
    try {
      localStorage.setItem(key, JSON.stringify(ticks));
    } catch {
      // Private windows and full devices: the boxes still work for paper.
    }
  }

  /** @returns {HTMLElement[]} */
  const lists = () => Array.from(document.querySelectorAll("[data-ticks]"));
  /** @param {HTMLElement} list */
  const concernsOf = (list) => (list.dataset.ticks ?? "").split(" ").filter(Boolean);
  /** @param {HTMLElement} list @returns {HTMLInputElement[]} */
  const boxesOf = (list) => Array.from(list.querySelectorAll("input[type=checkbox]"));

  /** Shows what is kept; a list of which nothing is kept yet stays as the server made it. */
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

  /** Keeps what somebody has just done with a box. @param {EventTarget | null} target */
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
    // The same document may stand in another list of the page.
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

  // Another tab, the way back, and pages that are put together anew in the browser.
  window.addEventListener("storage", show);
  window.addEventListener("pageshow", show);
  document.addEventListener("ticks", show);
  document.addEventListener("reset", () => setTimeout(show));

  for (const button of document.querySelectorAll("[data-print]")) button.removeAttribute("hidden");
  // On a slow phone somebody is quicker than this script.
  for (const box of lists().flatMap(boxesOf)) if (box.checked !== box.defaultChecked) tick(box);
  show();
})();
