/* What ran when, by category; dragging selects the range of time that all views show. */

class Timeline {
  constructor(root, onRange) {
    this.root = root;
    this.canvas = root.querySelector('canvas');
    this.onRange = onRange;
    this.range = null;
    this.canvas.addEventListener('pointerdown', e => this.press(e));
    this.canvas.addEventListener('pointermove', e => this.drag(e));
    this.canvas.addEventListener('pointerup', () => this.release());
    this.canvas.addEventListener('dblclick', () => { this.range = null; this.tell(); });
    new ResizeObserver(() => this.draw()).observe(root);
  }

  show(threads) {
    this.threads = threads;
    this.end = DATA.duration;
    this.draw();
  }

  press(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.from = this.timeAt(event);
    this.moved = false;
  }

  drag(event) {
    if (this.from === undefined) return;
    const to = this.timeAt(event);
    if (Math.abs(to - this.from) > this.end / 300) this.moved = true;
    this.range = this.moved ? [Math.min(this.from, to), Math.max(this.from, to)] : this.range;
    this.draw();
  }

  release() {
    if (this.from === undefined) return;
    if (!this.moved) this.range = null;
    this.from = undefined;
    this.tell();
  }

  tell() {
    this.draw();
    this.onRange(this.range);
  }

  timeAt(event) {
    const area = this.canvas.getBoundingClientRect();
    const at = Math.min(Math.max((event.clientX - area.left) / area.width, 0), 1);
    return at * this.end;
  }

  /** The part of each slice of time that each category was running, 0 to 1 per thread. */
  slices(count) {
    const slices = DATA.categories.map(() => new Float64Array(count));
    const perSlice = this.end / count;
    for (const {path, time, weight, unit} of this.threads) {
      const usual = DATA.interval || this.end / Math.max(path.length, 1);
      for (let i = 0; i < path.length; i++) {
        if (path[i] < 0) continue;
        const category = slices[FUNCTIONS.category[DATA.paths.func[path[i]]]];
        const next = i + 1 < path.length ? time[i + 1] : this.end;
        const lasts = unit === 'samples' && DATA.interval ? weight[i] * usual : 20 * usual;
        const until = Math.min(next, time[i] + lasts);
        const last = Math.min(Math.floor(until / perSlice), count - 1);
        for (let slice = Math.max(Math.floor(time[i] / perSlice), 0); slice <= last; slice++) {
          const from = Math.max(time[i], slice * perSlice);
          const to = Math.min(until, (slice + 1) * perSlice);
          category[slice] += Math.max(to - from, 0) / perSlice;
        }
      }
    }
    return slices;
  }

  draw() {
    const {clientWidth: width, clientHeight: height} = this.canvas;
    if (!this.threads || !width) return;
    const ratio = devicePixelRatio || 1;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    const ctx = this.canvas.getContext('2d');
    ctx.scale(ratio, ratio);
    const floor = height - 16;
    const count = Math.max(Math.floor(width / 2), 1);
    const slices = this.slices(count);
    const most = this.threads.length;
    for (let s = 0; s < count; s++) {
      let y = floor;
      slices.forEach((category, c) => {
        const tall = category[s] / most * (floor - 6);
        if (tall > 0) {
          ctx.fillStyle = categoryColor(DATA.categories[c]);
          ctx.globalAlpha = 0.8;
          const left = Math.round(s * width / count);
          ctx.fillRect(left, y - tall, Math.round((s + 1) * width / count) - left, tall);
          y -= tall;
        }
      });
    }
    ctx.globalAlpha = 1;
    this.axis(ctx, width, floor);
    if (this.range) this.shade(ctx, width, floor);
  }

  axis(ctx, width, floor) {
    ctx.fillStyle = themeColor('faint');
    ctx.font = '11px system-ui, "DejaVu Sans", sans-serif';
    const step = niceStep(this.end / Math.max(width / 110, 1));
    for (let t = 0; t <= this.end; t += step) {
      const x = t / this.end * width;
      ctx.fillRect(Math.round(x), floor, 1, 4);
      const label = formatMoment(t);
      if (x + ctx.measureText(label).width + 6 < width) ctx.fillText(label, x + 4, floor + 12);
    }
  }

  shade(ctx, width, floor) {
    const [from, to] = this.range.map(t => t / this.end * width);
    ctx.fillStyle = isDark() ? 'rgb(10 11 14 / 68%)' : 'rgb(246 247 249 / 76%)';
    ctx.fillRect(0, 0, from, floor);
    ctx.fillRect(to, 0, width - to, floor);
    ctx.fillStyle = themeColor('accent');
    ctx.fillRect(from, 0, 1.5, floor);
    ctx.fillRect(to - 1.5, 0, 1.5, floor);
  }
}

/** 1, 2 or 5 times a power of ten, not below the value. */
function niceStep(value) {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * [1, 2, 5, 10].find(n => n * power >= value);
}
