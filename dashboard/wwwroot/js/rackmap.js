// Every rack of the province as one picture: <rack-map> draws cells on a canvas and follows their stream. The table under it says
// the worst of the same in words, and is whole without this script.
const HEAD = 17;
const LOAD_MASK = 31;
const NORMAL = 0, MINOR = 2, CRITICAL = 4, NO_DATA = 5;
const DIGIT = ['', '4', '3', '2', '1', '?'];
// From afar a cell shows the worst of the racks it covers, but silence only where all of them are silent.
const RANK = [1, 2, 3, 4, 5, 0];
const CLOSEST = 64, LARGEST_WHOLE = 32, READABLE = 8, DIGITS_FROM = 12, NAMES_FROM = 56;

class RackMap extends HTMLElement {
  #canvas; #context; #layout; #cells; #x; #y; #view = { z: 1, x: 0, y: 0 };
  #floor = 3; #selected = -1; #sequence = 0; #asked = 0; #dirty = false; #stopped = null; #colours = []; #words = [];

  async connectedCallback() {
    this.#canvas = this.querySelector('canvas');
    this.#context = this.#canvas.getContext('2d', { alpha: false });
    this.#words = this.dataset.states.split('|');
    this.#stopped = new AbortController();
    const response = await fetch(this.getAttribute('layout'), { signal: this.#stopped.signal });
    this.#layout = await response.json();
    this.#place();
    this.#readColours();
    this.#listen();
    this.#size();
    this.#restore();
    this.#follow();
  }

  disconnectedCallback() {
    this.#stopped?.abort();
  }

  /** Where each rack stands, by its number. */
  #place() {
    const { racks, blocks } = this.#layout;
    this.#cells = new Uint8Array(racks).fill((NO_DATA << 5) | LOAD_MASK);
    this.#x = new Uint16Array(racks);
    this.#y = new Uint16Array(racks);
    for (const block of blocks) {
      let number = block.first, top = block.y;
      for (const count of block.rooms) {
        for (let place = 0; place < count; place++, number++) {
          this.#x[number] = block.x + place % block.columns;
          this.#y[number] = top + Math.floor(place / block.columns);
        }
        top += Math.ceil(count / block.columns) + 1;
      }
      block.end = number;
      block.bottom = top - 1;
    }
  }

  #readColours() {
    const style = getComputedStyle(document.documentElement);
    const read = name => style.getPropertyValue(name).trim();
    const pixel = ([r, g, b]) => (255 << 24 | b << 16 | g << 8 | r) >>> 0;
    const rgb = name => [1, 3, 5].map(at => parseInt(read(name).slice(at, at + 2), 16));
    const [idle, full] = [rgb('--load-0'), rgb('--load-1')];
    this.#colours = {
      ground: pixel(rgb('--ground')), outline: pixel(rgb('--sev-warn-outline')), ink: read('--ink'), quiet: read('--ink-quiet'),
      line: read('--line'), mark: read('--link'), digit: read('--surface'),
      state: ['', '--sev-info', '--sev-warn', '--sev-major', '--sev-crit', '--no-data'].map(name => name ? pixel(rgb(name)) : 0),
      load: Array.from({ length: 32 }, (_, step) => pixel(idle.map((value, at) =>
        Math.round(value + (full[at] - value) * Math.min(1, step === LOAD_MASK ? 0 : step / 25))))),
    };
    this.#changed();
  }

  #listen() {
    const options = { signal: this.#stopped.signal };
    const canvas = this.#canvas;
    new ResizeObserver(() => this.#size()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#readColours(), options);
    canvas.addEventListener('wheel', event => {
      event.preventDefault();
      this.#zoom(event.deltaY < 0 ? 1.25 : 0.8, event.offsetX, event.offsetY);
    }, { ...options, passive: false });
    let held = null;
    canvas.addEventListener('pointerdown', event => {
      held = { x: event.clientX, y: event.clientY, far: false };
      canvas.setPointerCapture(event.pointerId);
    }, options);
    canvas.addEventListener('pointermove', event => {
      if (!held) return this.#say(this.#numberAt(event.offsetX, event.offsetY));
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      held.far ||= Math.abs(dx) + Math.abs(dy) > 3;
      if (!held.far) return;
      this.#move(-dx / this.#view.z, -dy / this.#view.z);
      [held.x, held.y] = [event.clientX, event.clientY];
    }, options);
    canvas.addEventListener('pointerup', event => {
      if (held && !held.far) this.#select(this.#numberAt(event.offsetX, event.offsetY));
      held = null;
    }, options);
    canvas.addEventListener('dblclick', () => this.#open(), options);
    canvas.addEventListener('keydown', event => this.#key(event), options);
    for (const button of this.querySelectorAll('[data-rack-do]'))
      button.addEventListener('click', () => this.#do(button.dataset.rackDo), options);
    // A wall's map has no controls.
    const floor = this.querySelector('[data-rack-floor]');
    floor?.addEventListener('change', () => this.#setFloor(Number(floor.value)), options);
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (step) this.#walk(...step);
    else if (event.key === '+' || event.key === '=') this.#do('in');
    else if (event.key === '-') this.#do('out');
    else if (event.key === '0') this.#do('whole');
    else if (event.key === 'n') this.#do('worst');
    else if (event.key === 'N') this.#worst(-1);
    else if (event.key >= '1' && event.key <= '4') this.#setFloor(5 - Number(event.key));
    else if (event.key === 'Enter') this.#open();
    else return;
    event.preventDefault();
  }

  #do(what) {
    const [x, y] = [this.#canvas.clientWidth / 2, this.#canvas.clientHeight / 2];
    if (what === 'in') this.#zoom(1.5, x, y);
    else if (what === 'out') this.#zoom(1 / 1.5, x, y);
    else if (what === 'whole') this.#whole();
    else this.#worst(1);
  }

  #setFloor(floor) {
    this.#floor = floor;
    const choice = this.querySelector('[data-rack-floor]');
    if (choice) choice.value = String(floor);
    this.#changed();
    this.#remember();
  }

  /** The next rack of the most urgent state that there is. */
  #worst(step) {
    const count = this.#cells.length;
    let worst = NORMAL;
    for (const cell of this.#cells) {
      const state = cell >> 5;
      if (state !== NO_DATA && state > worst) worst = state;
    }
    if (worst === NORMAL) return this.#tell(this.dataset.none);
    const from = this.#selected < 0 ? (step > 0 ? -1 : 0) : this.#selected;
    for (let turn = 1; turn <= count; turn++) {
      const number = ((from + step * turn) % count + count) % count;
      if (this.#cells[number] >> 5 === worst) return this.#select(number, true);
    }
  }

  #walk(dx, dy) {
    if (this.#selected < 0) return this.#select(0, true);
    let [x, y] = [this.#x[this.#selected], this.#y[this.#selected]];
    // Aisles and gaps are stepped over.
    for (let far = 0; far < 64; far++) {
      [x, y] = [x + dx, y + dy];
      const number = this.#numberOn(x, y);
      if (number >= 0) return this.#select(number, true);
    }
  }

  #numberAt(px, py) {
    const { z, x, y } = this.#view;
    return this.#numberOn(Math.floor(px / z + x), Math.floor(py / z + y));
  }

  #numberOn(x, y) {
    for (const block of this.#layout.blocks) {
      if (x < block.x || x >= block.x + block.columns || y < block.y || y >= block.bottom) continue;
      let number = block.first, top = block.y;
      for (const count of block.rooms) {
        const rows = Math.ceil(count / block.columns);
        if (y < top) return -1;
        if (y < top + rows) {
          const place = (y - top) * block.columns + x - block.x;
          return place < count ? number + place : -1;
        }
        number += count;
        top += rows + 1;
      }
    }
    return -1;
  }

  #select(number, isFollowed = false) {
    if (number < 0) return;
    this.#selected = number;
    if (isFollowed) this.#show(number);
    this.#changed();
    this.#say(number);
  }

  #show(number) {
    if (this.#view.z < READABLE) this.#view.z = READABLE;
    const [wide, high] = [this.#canvas.clientWidth / this.#view.z, this.#canvas.clientHeight / this.#view.z];
    const [x, y] = [this.#x[number] + 0.5, this.#y[number] + 0.5];
    if (x < this.#view.x + 1 || x > this.#view.x + wide - 1) this.#view.x = x - wide / 2;
    if (y < this.#view.y + 1 || y > this.#view.y + high - 1) this.#view.y = y - high / 2;
    this.#move(0, 0);
  }

  async #open() {
    if (this.#selected < 0) return;
    const rack = await this.#ask(this.#selected);
    if (rack) location.assign(rack.href);
  }

  async #ask(number) {
    const response = await fetch(this.getAttribute('at') + number, { signal: this.#stopped.signal });
    return response.ok ? response.json() : null;
  }

  /** Names the rack under the pointer or the mark, once the hand rests. */
  #say(number) {
    clearTimeout(this.#asked);
    if (number < 0) return;
    this.#asked = setTimeout(async () => {
      const rack = await this.#ask(number);
      if (!rack) return;
      const cell = this.#cells[number];
      const load = (cell & LOAD_MASK) === LOAD_MASK ? '◌' : `${(cell & LOAD_MASK) * 4} %`;
      this.#tell(this.dataset.place.replace('{0}', rack.rack).replace('{1}', rack.name).replace('{2}', this.#words[cell >> 5]).replace('{3}', load));
      this.dataset.rack = rack.rack;
    }, 120);
  }

  #tell(text) {
    this.querySelector('[data-rack-place]').textContent = text;
  }

  #size() {
    const canvas = this.#canvas;
    const [width, height] = [Math.round(canvas.clientWidth), Math.round(canvas.clientHeight)];
    if (canvas.width === width && canvas.height === height) return;
    const isFirst = !canvas.dataset.sized;
    [canvas.width, canvas.height] = [width, height];
    canvas.dataset.sized = 'yes';
    if (isFirst) this.#whole(); else this.#move(0, 0);
  }

  get #fitting() {
    return Math.min(this.#canvas.width / this.#layout.width, this.#canvas.height / this.#layout.height, LARGEST_WHOLE);
  }

  #whole() {
    this.#view = { z: this.#fitting, x: 0, y: 0 };
    this.#move(0, 0);
  }

  #zoom(factor, px, py) {
    const view = this.#view;
    const z = Math.min(CLOSEST, Math.max(this.#fitting, view.z * factor));
    view.x += px / view.z - px / z;
    view.y += py / view.z - py / z;
    view.z = z;
    this.#move(0, 0);
  }

  #move(dx, dy) {
    const view = this.#view;
    const within = (at, seen, all) => seen >= all ? (all - seen) / 2 : Math.min(Math.max(at, 0), all - seen);
    view.x = within(view.x + dx, this.#canvas.width / view.z, this.#layout.width);
    view.y = within(view.y + dy, this.#canvas.height / view.z, this.#layout.height);
    this.#changed();
    this.#remember();
  }

  #restore() {
    const asked = new URL(location.href).searchParams;
    const [z, x, y, floor] = ['z', 'x', 'y', 'floor'].map(name => Number(asked.get(name) ?? NaN));
    if (floor >= 1 && floor <= 4) this.#setFloor(floor);
    if (!(z > 0) || !Number.isFinite(x) || !Number.isFinite(y)) return;
    this.#view = { z: Math.min(CLOSEST, Math.max(this.#fitting, z)), x, y };
    this.#move(0, 0);
  }

  #remember() {
    clearTimeout(this.remembering);
    this.remembering = setTimeout(() => {
      const address = new URL(location.href);
      const { z, x, y } = this.#view;
      const isWhole = Math.abs(z - this.#fitting) < 1e-6;
      for (const [name, value] of [['z', z.toFixed(2)], ['x', x.toFixed(1)], ['y', y.toFixed(1)]])
        if (isWhole) address.searchParams.delete(name); else address.searchParams.set(name, value);
      if (this.#floor === 3) address.searchParams.delete('floor'); else address.searchParams.set('floor', this.#floor);
      history.replaceState(history.state, '', address);
    }, 300);
  }

  #changed() {
    if (this.#dirty) return;
    this.#dirty = true;
    requestAnimationFrame(() => {
      this.#dirty = false;
      this.#draw();
    });
  }

  #draw() {
    const { width, height } = this.#canvas;
    if (!width || !height) return;
    const image = this.#context.createImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer).fill(this.#colours.ground);
    this.#paint(pixels, width, height);
    this.#context.putImageData(image, 0, 0);
    this.#label(width, height);
    this.dataset.drawn = this.#sequence;
    if (this.#sequence > 0) this.dataset.firstDraw ??= Math.round(performance.now());
  }

  #paint(pixels, width, height) {
    const { z, x: left, y: top } = this.#view;
    const { state: states, load: loads, outline, ground } = this.#colours;
    const gap = z >= 5 ? 1 : 0;
    const ranks = z < 1 ? new Uint8Array(width * height) : null;
    for (const block of this.#layout.blocks) {
      if ((block.x + block.columns - left) * z < 0 || (block.x - left) * z > width || (block.bottom - top) * z < 0 || (block.y - top) * z > height) continue;
      for (let number = block.first; number < block.end; number++) {
        const x0 = Math.max(0, Math.floor((this.#x[number] - left) * z)), y0 = Math.max(0, Math.floor((this.#y[number] - top) * z));
        const x1 = Math.min(width, Math.max(x0 + 1, Math.floor((this.#x[number] + 1 - left) * z) - gap));
        const y1 = Math.min(height, Math.max(y0 + 1, Math.floor((this.#y[number] + 1 - top) * z) - gap));
        if (x0 >= width || y0 >= height) continue;
        const cell = this.#cells[number];
        let state = cell >> 5;
        if (state !== NO_DATA && state < this.#floor) state = NORMAL;
        // Before the first frame there are places, and nothing is claimed of them.
        if (this.#sequence === 0) state = NORMAL;
        const colour = state === NORMAL ? loads[cell & LOAD_MASK] : states[state];
        if (ranks) {
          const at = y0 * width + x0;
          const rank = RANK[state] + 1;
          if (rank <= ranks[at]) continue;
          ranks[at] = rank;
          pixels[at] = colour;
          continue;
        }
        // Silence is a hollow cell, and yellow has an edge, as soon as there is room for either.
        const edge = z >= 5 && state === NO_DATA ? colour : z >= 5 && state === MINOR ? outline : 0;
        const fill = z >= 5 && state === NO_DATA ? ground : colour;
        for (let y = y0; y < y1; y++) {
          const from = y * width + x0, to = y * width + x1;
          pixels.fill(edge && (y === y0 || y === y1 - 1) ? edge : fill, from, to);
          if (edge) pixels[from] = pixels[to - 1] = edge;
        }
      }
    }
  }

  #label(width, height) {
    const { z, x: left, y: top } = this.#view;
    const context = this.#context;
    context.textBaseline = 'bottom';
    if (z >= DIGITS_FROM && this.#sequence > 0) this.#digits();
    context.strokeStyle = this.#colours.line;
    for (const city of this.#layout.cities)
      context.strokeRect((city.x - left) * z + 0.5, (city.y - top) * z + 0.5, city.width * z, city.height * z);
    context.font = `11px ${getComputedStyle(this).fontFamily}`;
    context.fillStyle = this.#colours.ink;
    for (const block of this.#layout.blocks) {
      const [x, y, wide] = [(block.x - left) * z, (block.y - top) * z, block.columns * z];
      if (wide >= NAMES_FROM && z >= 4 && x < width && y > 0 && y < height + 20) context.fillText(block.id, x, y);
    }
    if (z < 4) {
      context.textBaseline = 'top';
      context.lineWidth = 3;
      context.strokeStyle = this.#colours.digit;
      context.font = `600 13px ${getComputedStyle(this).fontFamily}`;
      for (const city of this.#layout.cities) {
        const [x, y] = [(city.x - left) * z + 4, (city.y - top) * z + 4];
        context.strokeText(city.name, x, y);
        context.fillText(city.name, x, y);
      }
      context.lineWidth = 1;
    }
    if (this.#selected >= 0) {
      context.strokeStyle = this.#colours.mark;
      context.lineWidth = 2;
      const side = Math.max(z, 6);
      context.strokeRect((this.#x[this.#selected] + 0.5 - left) * z - side / 2 - 1, (this.#y[this.#selected] + 0.5 - top) * z - side / 2 - 1, side + 2, side + 2);
      context.lineWidth = 1;
    }
  }

  /** Colour alone says nothing to many: close enough, the level is a digit too. */
  #digits() {
    const { z, x: left, y: top } = this.#view;
    const context = this.#context;
    const [right, bottom] = [left + this.#canvas.width / z, top + this.#canvas.height / z];
    context.font = `600 ${Math.min(14, Math.round(z * 0.7))}px ${getComputedStyle(this).fontFamily}`;
    context.textAlign = 'center';
    for (let number = 0; number < this.#cells.length; number++) {
      const state = this.#cells[number] >> 5;
      if (state === NORMAL || (state !== NO_DATA && state < this.#floor)) continue;
      const [x, y] = [this.#x[number], this.#y[number]];
      if (x + 1 < left || x > right || y + 1 < top || y > bottom) continue;
      context.fillStyle = state === NO_DATA || state === MINOR ? this.#colours.ink : this.#colours.digit;
      context.fillText(DIGIT[state], (x + 0.5 - left) * z, (y + 0.95 - top) * z);
    }
    context.textAlign = 'start';
  }

  /** Reads frames until the page goes; a stream that breaks or skips begins anew with everything. */
  async #follow() {
    while (!this.#stopped.signal.aborted) {
      try {
        const response = await fetch(this.getAttribute('cells'), { signal: this.#stopped.signal });
        this.#sequence = 0;
        await this.#read(response.body.getReader());
      } catch (fault) {
        if (this.#stopped.signal.aborted) return;
        console.info(`the map's stream broke: ${fault.message}`);
      }
      this.#tell(this.dataset.lost);
      await new Promise(resolve => setTimeout(resolve, 2000));
    }
  }

  async #read(reader) {
    let kept = new Uint8Array(0);
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const all = new Uint8Array(kept.length + value.length);
      all.set(kept);
      all.set(value, kept.length);
      let at = 0;
      while (all.length - at >= HEAD) {
        const head = new DataView(all.buffer, at, HEAD);
        const length = head.getUint32(1, true);
        if (all.length - at < HEAD + length) break;
        const isNext = await this.#take(head.getUint8(0), head.getUint32(5, true), all.subarray(at + HEAD, at + HEAD + length));
        if (!isNext) return void await reader.cancel();
        at += HEAD + length;
      }
      kept = all.slice(at);
    }
  }

  async #take(kind, sequence, body) {
    if (kind === 1) {
      const plain = new Blob([body]).stream().pipeThrough(new DecompressionStream('deflate'));
      this.#cells.set(new Uint8Array(await new Response(plain).arrayBuffer()));
      if (this.#sequence === 0) this.#tell(this.dataset.label);
    } else {
      if (sequence !== this.#sequence + 1) return false;
      let number = -1;
      for (let at = 0; at < body.length;) {
        let distance = 0, shift = 0, part;
        do {
          part = body[at++];
          distance |= (part & 127) << shift;
          shift += 7;
        } while (part > 127);
        number += distance;
        this.#cells[number] = body[at++];
      }
    }
    this.#sequence = sequence;
    this.#count();
    this.#changed();
    return true;
  }

  #count() {
    const counts = new Array(8).fill(0);
    for (const cell of this.#cells) counts[cell >> 5]++;
    for (const element of document.querySelectorAll('[data-rack-count]')) {
      const count = counts[Number(element.dataset.rackCount)];
      element.dataset.raw = count;
      element.textContent = count.toLocaleString(document.documentElement.lang);
    }
  }
}

customElements.define('rack-map', RackMap);
