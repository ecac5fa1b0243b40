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
// Leads from a finding to its place in the field. Without script the link leads to the field.
addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-line]");
  const field = document.getElementById("source");
  if (!link || !field) return;
  event.preventDefault();
  const lines = field.value.split("\n");
  const line = Math.min(Number(link.dataset.line), lines.length) - 1;
  const begin = lines.slice(0, line).reduce((sum, words) => sum + words.length + 1, 0);
  const at = lines[line].indexOf(link.dataset.found, Number(link.dataset.column) - 1);
  const found = at >= 0 && link.dataset.found;
  field.focus();
  field.setSelectionRange(begin + Math.max(at, 0), begin + (found ? at + found.length : lines[line].length));
  // Lines that are wrapped are higher: this is near enough to see it.
  field.scrollTop = (field.scrollHeight * line) / lines.length - field.clientHeight / 3;
});
