// A wall turns its own pages, dims at night, and never shows a browser's error: it leaves a page only for one that answered.
const turn = 30000;
const retry = 3000;
const night = [22, 6];

const region = document.querySelector('[data-kiosk]');
const strip = document.querySelector('[data-frozen]');
const clock = document.querySelector('[data-kiosk-clock]');
const opened = Date.now();
let asking = false;

async function leave(address) {
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch(address, { cache: 'no-store', redirect: 'error' });
    if (answer.ok) location.replace(address);
  } catch {
    // Nobody answers: what is shown stays, with the strip that says since when.
  } finally {
    asking = false;
  }
}

function tick() {
  const now = new Date();
  clock.textContent = now.toLocaleTimeString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const hour = Number(now.toLocaleString('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', hour12: false }));
  const root = document.documentElement.dataset;
  root.night = hour >= night[0] || hour < night[1] ? 'yes' : 'no';
  // The same pixel is not lit for years.
  root.shift = String(Math.floor(Date.now() / 60000) % 4);
  root.frozen = strip.hidden ? 'no' : 'yes';
}

setInterval(tick, 1000);
setInterval(() => {
  if (!strip.hidden) leave(location.href);
  else if (Date.now() - opened >= turn) leave(region.dataset.kiosk);
}, retry);
tick();
