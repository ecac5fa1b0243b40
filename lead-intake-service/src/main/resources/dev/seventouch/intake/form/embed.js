// Sends the form __FORM__ and keeps what was entered in this browser until it is accepted. No dependencies, no cookies.
(() => {
  "use strict";
  const id = __FORM__;
  const fillTime = __FILL_TIME__;
  const thankYou = __THANK_YOU__;
  const anywhere = __ANYWHERE__;
  const key = "seventouch:" + id;
  const MOST = 20;
  const OLDEST = 7 * 24 * 3600 * 1000;
  const LONGEST_PAUSE = 5 * 60 * 1000;
  const FIRST_PAUSE = 1000;
  const shown = Date.now();
  // What is sent twice from this page, by a double click or because an answer was lost, counts once.
  const here = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  let pause = FIRST_PAUSE;
  let timer = 0;
  let sending = false;

  // What waits, oldest first: [{ at, shown, action, fields }]. A browser that keeps nothing still sends while the page is open.
  let inMemory = [];
  const waiting = () => {
    let entries = inMemory;
    try { entries = JSON.parse(localStorage.getItem(key) || "[]"); } catch { /* as above */ }
    return entries.filter((entry) => Date.now() - entry.at < OLDEST);
  };
  const keep = (entries) => {
    inMemory = entries.slice(-MOST);
    try { localStorage.setItem(key, JSON.stringify(inMemory)); } catch { /* as above */ }
  };
  const forget = (entry) => keep(waiting().filter((each) => each.at !== entry.at));

  // What was refused is told by field as well, for a page that shows it there.
  const tell = (state, detail, errors = []) => {
    for (const form of document.querySelectorAll("form[data-seventouch]")) {
      if (form.dataset.seventouch !== id) continue;
      form.dataset.seventouchState = state;
      const output = form.querySelector("output");
      if (output) output.textContent = detail;
      form.dispatchEvent(new CustomEvent("seventouch", { bubbles: true, detail: { state, detail, errors } }));
    }
  };

  const later = (seconds) => {
    const wait = seconds ? seconds * 1000 : pause;
    pause = Math.min(pause * 2, LONGEST_PAUSE);
    clearTimeout(timer);
    timer = setTimeout(send, wait);
    tell("waiting", "Kept in this browser; it is sent as soon as it can be.");
  };

  // One at a time, also across tabs where the browser can.
  const send = () => {
    if (navigator.locks) navigator.locks.request(key, sendOldest);
    else sendOldest();
  };

  const sendOldest = async () => {
    const entry = waiting()[0];
    if (!entry || sending) return;
    sending = true;
    // As of now: what was sent too quickly once must not be too quick for ever.
    const took = fillTime ? [[fillTime, String(Date.now() - entry.shown)]] : [];
    let answer;
    try {
      answer = await fetch(entry.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams([...entry.fields, ...took]),
        credentials: "omit",
        signal: AbortSignal.timeout(20000),
      });
    } catch {
      answer = null; // no network, no server, or an answer that this page may not read
    }
    sending = false;
    if (!answer || answer.status === 429 || answer.status >= 500) {
      later(answer ? Number(answer.headers.get("Retry-After")) : 0);
      return;
    }
    forget(entry);
    pause = FIRST_PAUSE;
    if (answer.ok) {
      if (waiting().length) { later(1); return; }
      tell("accepted", "Thank you.");
      if (thankYou && entry.shown === shown) location.assign(thankYou);
      return;
    }
    const problem = await answer.json().catch(() => ({}));
    const errors = (problem.errors || []).map((error) => error.field + " " + error.message);
    tell("refused", errors.length ? errors.join("; ") : problem.detail || "It could not be taken.", problem.errors || []);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const action = form.action || "";
    const readable = anywhere || new URL(action, location.href).origin === location.origin;
    // One that can't be read would be sent again and again: the browser sends it better by itself.
    if (form.dataset.seventouch !== id || !readable) return;
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
    if (!fields.some(([name]) => name === "seventouch-entry")) fields.push(["seventouch-entry", here]);
    keep([...waiting(), { at: Date.now(), shown, action, fields }]);
    pause = FIRST_PAUSE;
    clearTimeout(timer);
    tell("sending", "");
    send();
  });
  addEventListener("online", send);
  if (waiting().length) send();
})();
