// Keeps a page's values as new as the server's. Without this script the page is whole, only still.
const strip = document.querySelector('[data-frozen]');
const root = document.documentElement.dataset;
const quiet = 3000; // a stream that says nothing for this long, in ms, is not trusted to be open

let source = null;
let path = null;
let sequence = 0;
let shownAt = null;
let heardAt = performance.now();

function follow() {
  const region = document.querySelector('[data-live-path]');
  const wanted = region?.dataset.livePath ?? null;
  if (wanted === path && source) return;
  source?.close();
  source = null;
  path = wanted;
  sequence = 0;
  if (!wanted) return;
  shownAt = new Date(region.dataset.at);
  heardAt = performance.now();
  source = new EventSource(`/live/${wanted}`);
  source.onmessage = event => take(JSON.parse(event.data));
  source.onerror = () => {
    // A refusal ends the source for good; a lost connection is retried by the browser itself.
    if (source?.readyState === EventSource.CLOSED) {
      source = null;
      setTimeout(follow, 2000);
    }
  };
}

function take(update) {
  if (!update.whole && update.seq !== sequence + 1) {
    // Something was dropped on the way: begin again with everything.
    source.close();
    source = null;
    follow();
    return;
  }
  sequence = update.seq;
  shownAt = new Date(update.at);
  heardAt = performance.now();
  for (const [key, [text, raw, state]] of Object.entries(update.cells)) {
    for (const element of document.querySelectorAll(`[data-live="${CSS.escape(key)}"]`)) show(element, text, raw, state);
  }
}

function show(element, text, raw, state) {
  if (element.textContent !== text) element.textContent = text;
  if (raw === null) delete element.dataset.raw; else element.dataset.raw = raw;
  if (element.classList.contains('value')) {
    element.className = `value ${state}`.trim();
    element.dataset.state = state;
    const partial = element.closest('.partial');
    if (partial) partial.className = `partial ${state}`.trim();
  }
}

function age(instant) {
  const seconds = Math.max(0, Math.floor((Date.now() - instant) / 1000));
  const [form, count] = seconds < 100 ? [root.ageSeconds, seconds]
    : seconds < 6000 ? [root.ageMinutes, Math.floor(seconds / 60)]
    : seconds < 172800 ? [root.ageHours, Math.floor(seconds / 3600)]
    : [root.ageDays, Math.floor(seconds / 86400)];
  return form.replace('{0}', count);
}

// A past minute does not grow older, and leads to pages of the same minute.
const replay = document.querySelector('[data-replay]')?.dataset.replay;
if (replay) {
  for (const link of document.querySelectorAll('main a[href^="/"]')) {
    const to = new URL(link.href);
    if (/^\/(city|dc)\/|^\/$/.test(to.pathname)) {
      to.searchParams.set('at', replay);
      link.href = to.pathname + to.search;
    }
  }
}

function tick() {
  if (replay) return;
  for (const element of document.querySelectorAll('[data-age]')) {
    if (element.dataset.raw) element.textContent = age(new Date(element.dataset.raw));
  }
  if (!path) return;
  const silent = performance.now() - heardAt;
  strip.hidden = silent < quiet;
  if (!strip.hidden) {
    const clock = shownAt?.toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' }) ?? '–';
    const text = strip.dataset.text.replace('{0}', Math.floor(silent / 1000)).replace('{1}', clock);
    if (strip.textContent !== text) strip.textContent = text;
  }
}

follow();
setInterval(tick, 1000);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) follow();
});
