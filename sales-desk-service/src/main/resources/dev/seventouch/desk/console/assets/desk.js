// Keeps the lists fresh while the page is looked at. Without script the page works the same, on reload.
(() => {
  const live = document.querySelector("[data-live]");
  if (!live) return;
  const every = 3000;
  const busy = () => document.hidden || live.contains(document.activeElement) || live.matches(":active");
  const refresh = async () => {
    if (busy()) return;
    try {
      const answer = await fetch(live.dataset.live, { headers: { Accept: "text/html" }, redirect: "error" });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-live]");
      if (fresh && !busy() && shown(fresh) !== shown(live)) live.replaceChildren(...fresh.childNodes);
    } catch {
      // Away for a moment: the next turn tries again.
    }
  };
  // The token in the forms differs each time; it is no news.
  const shown = (part) => part.textContent.replace(/\s+/g, " ");
  setInterval(refresh, every);
})();
