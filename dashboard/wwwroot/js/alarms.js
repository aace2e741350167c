// Keeps the counts in the head fresh, says that there is something new without moving a row, and gives the inbox its keys.
const head = document.querySelector("[data-alarms]");
const fresh = document.querySelector("[data-fresh]");
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const seen = Number(head?.dataset.version ?? 0);
let version = seen;
let incidents = null;
let critical = null;

function show(headline) {
  ring(headline);
  for (const count of head.querySelectorAll("[data-count]")) count.textContent = headline[count.dataset.count].toLocaleString(document.documentElement.lang);
  if (!fresh || headline.version === seen) return;
  incidents ??= headline.incidents;
  fresh.hidden = false;
  fresh.querySelector("[data-fresh-link]").textContent = fresh.dataset.text;
}

// One tone for every critical incident that is new and waits for somebody; in a storm one for all of it.
const sound = document.querySelector("[data-sound]");
const mutedFor = 15 * 60 * 1000;
let stormRang = null;
const mutedUntil = () => Number(localStorage.getItem("dcops-muted-until") ?? 0);

function ring(headline) {
  const isNew = critical !== null && headline.critical > critical && (headline.stormSince === null || headline.stormSince !== stormRang);
  critical = headline.critical;
  if (!isNew || !sound || mutedUntil() > Date.now()) return;
  stormRang = headline.stormSince;
  sound.dataset.rang = Number(sound.dataset.rang ?? 0) + 1;
  try {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    loudness.gain.value = 0.15;
    tone.frequency.value = 880;
    tone.connect(loudness).connect(audio.destination);
    tone.onended = () => audio.close();
    tone.start();
    tone.stop(audio.currentTime + 0.6);
  } catch {
    // A browser without sound shows the count all the same.
  }
}

function showSound() {
  if (!sound) return;
  const until = mutedUntil();
  const clock = new Date(until).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hour12: false });
  sound.textContent = until > Date.now() ? sound.dataset.muted.replace("{0}", clock) : sound.dataset.on;
  sound.setAttribute("aria-pressed", until > Date.now());
  sound.hidden = false;
}

function mute() {
  if (!sound) return;
  if (mutedUntil() > Date.now()) localStorage.removeItem("dcops-muted-until");
  else localStorage.setItem("dcops-muted-until", Date.now() + mutedFor);
  showSound();
}

if (sound) {
  sound.addEventListener("click", mute);
  showSound();
  setInterval(showSound, 15000);
  critical = Number(head?.querySelector('[data-count="critical"]')?.textContent.replace(/\D/g, "") ?? 0);
}

const search = document.querySelector("[data-search]");
const help = document.querySelector("[data-help]");
document.querySelector("[data-help-open]")?.addEventListener("click", () => help?.showModal());

const undo = document.querySelector("[data-undo-for]");
// Its place stays: rows must not move under the cursor.
if (undo) setTimeout(() => {
  undo.inert = true;
  undo.style.visibility = "hidden";
  undo.querySelector("[data-undo]")?.removeAttribute("data-undo");
}, Number(undo.dataset.undoFor) * 1000);

async function follow() {
  for (;;) {
    if (document.hidden) {
      await new Promise((done) => document.addEventListener("visibilitychange", done, { once: true }));
      continue;
    }
    try {
      const answer = await fetch(`/alarms/headline.json?after=${version}`, { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      const headline = await answer.json();
      if (headline.version !== version) {
        version = headline.version;
        show(headline);
        await pause(100);
      } else {
        await pause(50);
      }
    } catch {
      // The strip of the live page tells that the product is away; here it is enough to ask again later.
      await pause(5000);
    }
  }
}

const rows = () => [...document.querySelectorAll("[data-inbox] tr[data-row]")];
const boxOf = (row) => row?.querySelector("input[type=checkbox]");
let toggled = null;
const current = () => document.activeElement?.closest?.("tr[data-row]");

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
  next.querySelector("a, input")?.focus();
}

function moveCritical(step) {
  const all = rows();
  const at = all.indexOf(current());
  const order = step > 0 ? all.slice(at + 1) : all.slice(0, Math.max(at, 0)).reverse();
  order.find((row) => row.querySelector(".level.critical"))?.querySelector("a, input")?.focus();
}

function act(deed) {
  const form = document.querySelector("form[data-inbox]");
  const button = form?.querySelector(`button[value="${deed}"]`);
  if (!button) return false;
  if (!form.querySelector("input:checked")) {
    const box = boxOf(current());
    if (!box) return false;
    box.checked = true;
  }
  form.requestSubmit(button);
  return true;
}

function choose(event) {
  const row = current();
  if (!event.shiftKey) {
    const box = boxOf(row);
    if (box) box.checked = !box.checked;
    toggled = row;
    return;
  }
  const all = rows();
  const at = all.indexOf(row);
  if (at < 0) return;
  const last = toggled && all.includes(toggled) ? all.indexOf(toggled) : at;
  const [from, to] = [Math.min(last, at), Math.max(last, at)];
  for (const each of all.slice(from, to + 1)) boxOf(each).checked = true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!(event.target instanceof Element)) return;
  const typed = event.target.closest("input, select, textarea, [contenteditable]");
  if (typed && typed.type !== "checkbox") return;
  if (help?.open) return;
  const key = event.key.toLowerCase();
  const link = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const done = {
    j: () => move(1), arrowdown: current() ? () => move(1) : null, k: () => move(-1), arrowup: current() ? () => move(-1) : null,
    x: () => choose(event), a: () => act("acknowledge") || link?.click(), e: () => act("assign") || link?.click(),
    s: () => act("shelve") || link?.click(), u: () => document.querySelector("[data-undo]")?.click(),
    ".": () => fresh && !fresh.hidden && fresh.querySelector("a")?.click(),
    "?": help ? () => help.showModal() : null, "/": search ? () => search.focus() : null, m: mute,
    n: () => moveCritical(event.shiftKey ? -1 : 1), b: () => document.querySelector("[data-back]")?.click(),
  }[key];
  if (!done) return;
  const inbox = document.querySelector("[data-inbox], [data-fresh], [data-undo], [data-back], [data-help]");
  if (!inbox) return;
  event.preventDefault();
  done();
});

if (head) follow();
