// @ts-check
/**
 * Reading: a voice of the device reads the text, the address is handed on, and a page is kept among one's favourites.
 * Each button is there only where the device can do it.
 */
(() => {
  const tools = document.querySelector("[data-tools]");
  if (!(tools instanceof HTMLElement)) return;
  const language = document.documentElement.lang;
  /** @param {string} name @returns {HTMLElement | null} */
  const button = (name) => tools.querySelector(`[data-tool=${name}]`);
  /** @param {HTMLElement} tool @param {boolean} on */
  const press = (tool, on) => tool.setAttribute("aria-pressed", String(on));
  tools.hidden = false;

  const listen = button("listen");
  const speech = window.speechSynthesis;
  /** @returns {SpeechSynthesisVoice | undefined} a voice of the device itself before one of a server */
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
      // One utterance for each block: long ones are cut off by some browsers.
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
