/* A flame graph or icicle on a canvas: drawing, pointer, keys. */

const ROW = 19;
const FONT = '12px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
const CALM = matchMedia('(prefers-reduced-motion: reduce)');

class FlameView {
  /**
   * @param label what a screen reader calls it
   * @param onSelect called with a box, or null
   * @param upright whether row 0 is at the bottom
   */
  constructor(label, onSelect, upright) {
    this.label = label;
    this.onSelect = onSelect;
    this.upright = upright;
    this.layout = {rows: [], sum: 0};
    this.start = 0;
    this.width = 1;
    this.matches = null;
    this.selected = null;
    this.hovered = null;
    this.canvas = element('canvas');
    this.space = element('div', '', this.canvas);
    this.root = element('div', 'flame', this.space);
    this.root.tabIndex = 0;
    this.root.setAttribute('role', 'application');
    this.root.setAttribute('aria-label', label + '. Arrow keys walk through it, Enter zooms, 0 resets.');
    this.listen();
    this.resized = new ResizeObserver(() => this.resize());
    this.resized.observe(this.root);
  }

  listen() {
    this.root.addEventListener('scroll', () => this.draw());
    this.root.addEventListener('keydown', e => this.key(e));
    this.root.addEventListener('wheel', e => this.wheel(e), {passive: false});
    this.canvas.addEventListener('pointermove', e => this.move(e));
    this.canvas.addEventListener('pointerleave', () => this.hover(null));
    this.canvas.addEventListener('pointerdown', e => this.press(e));
    this.canvas.addEventListener('pointerup', e => this.release(e));
  }

  show(layout) {
    this.layout = layout;
    this.selected = null;
    this.hovered = null;
    this.start = 0;
    this.width = Math.max(layout.sum, 1);
    this.resize();
    if (this.upright) this.root.scrollTop = this.root.scrollHeight;
  }

  resize() {
    const {clientWidth, clientHeight} = this.root;
    const height = Math.max(this.layout.rows.length * ROW + 2, clientHeight);
    this.space.style.height = height + 'px';
    const ratio = devicePixelRatio || 1;
    this.canvas.width = Math.round(clientWidth * ratio);
    this.canvas.height = Math.round(clientHeight * ratio);
    this.canvas.style.height = clientHeight + 'px';
    this.draw();
  }

  top(row) {
    if (!this.upright) return row * ROW;
    return this.space.offsetHeight - (row + 1) * ROW;
  }

  rowAt(y) {
    return Math.floor(this.upright ? (this.space.offsetHeight - y) / ROW : y / ROW);
  }

  toX(weight) {
    return (weight - this.start) / this.width * this.root.clientWidth;
  }

  draw() {
    const ratio = devicePixelRatio || 1;
    const ctx = this.canvas.getContext('2d');
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, this.root.clientWidth, this.root.clientHeight);
    ctx.font = FONT;
    ctx.textBaseline = 'middle';
    const style = {
      text: '#15171d', faded: themeColor('quiet'), page: themeColor('panel'), match: themeColor('match'),
      outline: isDark() ? '#ffffff' : '#14161b', quiet: themeColor('line')
    };
    const first = this.rowAt(this.root.scrollTop + (this.upright ? this.root.clientHeight : 0));
    const last = this.rowAt(this.root.scrollTop + (this.upright ? 0 : this.root.clientHeight));
    for (let row = Math.max(first, 0); row <= last && row < this.layout.rows.length; row++) {
      this.drawRow(ctx, row, style);
    }
    if (this.hovered) this.outline(ctx, this.hovered, style.outline, 1);
    if (this.selected) this.outline(ctx, this.selected, style.outline, 2);
  }

  /** Neighbours narrower than a pixel are drawn as one. */
  drawRow(ctx, index, style) {
    const row = this.layout.rows[index];
    const y = this.top(index) - this.root.scrollTop;
    const end = this.start + this.width;
    const pixel = this.width / Math.max(this.root.clientWidth, 1);
    let i = firstEndingAfter(row, this.start);
    while (i < row.length && row[i].start < end) {
      const box = row[i++];
      if (box.width >= pixel) {
        this.drawBox(ctx, box, y, style);
        continue;
      }
      let right = box.start + box.width;
      let match = this.isMatch(box);
      while (i < row.length && row[i].width < pixel && row[i].start - right < pixel
          && right - box.start < 3 * pixel) {
        match = match || this.isMatch(row[i]);
        right = row[i].start + row[i++].width;
      }
      ctx.globalAlpha = this.matches && !match ? 0.25 : 0.8;
      ctx.fillStyle = match && this.matches ? style.match : this.fill(box);
      ctx.fillRect(this.toX(box.start), y, Math.max((right - box.start) / pixel, 0.5), ROW - 1);
      ctx.globalAlpha = 1;
    }
  }

  isMatch(box) {
    return this.matches !== null && this.matches.has(box.node.func);
  }

  fill(box) {
    return DIFF ? diffColor(box.node) : colorOf(box.node.func);
  }

  drawBox(ctx, box, y, style) {
    const x = Math.max(this.toX(box.start), 0);
    const right = Math.min(this.toX(box.start + box.width), this.root.clientWidth);
    const gap = right - x > 3 ? 1 : 0;
    const faded = this.matches !== null && !this.isMatch(box);
    ctx.globalAlpha = faded ? 0.28 : 1;
    ctx.fillStyle = this.fill(box);
    ctx.fillRect(x, y, right - x - gap, ROW - 1);
    ctx.globalAlpha = 1;
    if (this.matches !== null && !faded) {
      ctx.fillStyle = style.match;
      ctx.fillRect(x, y + ROW - 4, right - x - gap, 3);
    }
    if (right - x > 22) {
      ctx.fillStyle = faded ? style.faded : style.text;
      ctx.fillText(this.fitted(ctx, FUNCTIONS.name[box.node.func], right - x - 10), x + 5, y + ROW / 2);
    }
  }

  /** As much of a name as fits, its end kept: that is where names differ. */
  fitted(ctx, name, width) {
    if (name.length > 400) name = name.slice(0, 400) + '…';
    const whole = ctx.measureText(name).width;
    if (whole <= width) return name;
    let low = 0, high = name.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ctx.measureText(name.slice(0, middle) + '…').width <= width) low = middle;
      else high = middle - 1;
    }
    return low > 1 ? name.slice(0, low) + '…' : '';
  }

  outline(ctx, box, color, thickness) {
    const x = this.toX(box.start);
    const width = this.toX(box.start + box.width) - x;
    const y = this.top(box.row) - this.root.scrollTop;
    ctx.strokeStyle = color;
    ctx.lineWidth = thickness;
    const inset = thickness / 2;
    const left = Math.max(x, -4);
    const right = Math.min(x + width, this.root.clientWidth + 4);
    ctx.strokeRect(left + inset, y + inset, Math.max(right - left - thickness - 0.5, 1), ROW - 1 - thickness);
  }

  boxAt(event) {
    const area = this.canvas.getBoundingClientRect();
    const row = this.layout.rows[this.rowAt(event.clientY - area.top + this.root.scrollTop)];
    const at = this.start + (event.clientX - area.left) / area.width * this.width;
    const box = row && row[firstEndingAfter(row, at)];
    return box && box.start <= at ? box : null;
  }

  move(event) {
    if (this.drag && event.buttons) {
      const by = (event.clientX - this.drag.x) / this.root.clientWidth * this.width;
      if (this.drag.far || Math.abs(event.clientX - this.drag.x) + Math.abs(event.clientY - this.drag.y) > 4) {
        this.drag.far = true;
        this.root.classList.add('grabbing');
        this.root.scrollTop = this.drag.top - (event.clientY - this.drag.y);
        this.view(this.drag.start - by, this.width);
        hideTooltip();
      }
      return;
    }
    const box = this.boxAt(event);
    this.hover(box);
    this.canvas.style.cursor = box ? 'pointer' : 'default';
    if (box) showTooltip(box.node, this.layout.sum, event);
  }

  hover(box) {
    if (box !== this.hovered) {
      this.hovered = box;
      this.draw();
    }
    if (!box) hideTooltip();
  }

  press(event) {
    this.drag = {x: event.clientX, y: event.clientY, start: this.start, top: this.root.scrollTop, far: false};
    this.canvas.setPointerCapture(event.pointerId);
  }

  release(event) {
    const far = this.drag && this.drag.far;
    this.drag = null;
    this.root.classList.remove('grabbing');
    if (far) return;
    const box = this.boxAt(event);
    this.select(box);
    if (box) this.zoom(box);
  }

  wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const area = this.canvas.getBoundingClientRect();
      const at = (event.clientX - area.left) / area.width;
      const width = this.width * Math.exp(event.deltaY * 0.004);
      this.view(this.start + (this.width - width) * at, width);
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
      event.preventDefault();
      this.view(this.start + (event.deltaX || event.deltaY) / this.root.clientWidth * this.width, this.width);
    }
  }

  /** Shows a part of the width. */
  view(start, width) {
    const sum = Math.max(this.layout.sum, 1);
    this.width = Math.min(Math.max(width, sum * 1e-7), sum);
    this.start = Math.min(Math.max(start, 0), sum - this.width);
    this.draw();
  }

  /** Moves to a part of the width, smoothly unless the reader asks for calm. */
  glide(start, width) {
    cancelAnimationFrame(this.gliding);
    if (CALM.matches || !this.root.isConnected || document.hidden) {
      this.view(start, width);
      return;
    }
    const from = [this.start, this.width];
    const began = performance.now();
    const step = now => {
      const t = Math.min(Math.max((now - began) / 160, 0), 1);
      const eased = 1 - (1 - t) ** 3;
      this.view(from[0] + (start - from[0]) * eased, from[1] + (width - from[1]) * eased);
      if (t < 1) this.gliding = requestAnimationFrame(step);
    };
    this.gliding = requestAnimationFrame(step);
  }

  zoom(box) {
    this.glide(box.start, box.width);
  }

  reset() {
    this.glide(0, Math.max(this.layout.sum, 1));
  }

  get zoomed() {
    return this.width < this.layout.sum * 0.9999;
  }

  select(box) {
    this.selected = box;
    this.draw();
    this.onSelect(box, this);
  }

  /** Selects the widest box of a function. */
  selectFunction(func) {
    let best = null;
    for (const row of this.layout.rows) {
      for (const box of row) {
        if (box.node.func === func && (!best || box.width > best.width)) best = box;
      }
    }
    if (best) this.selectAndReveal(best);
    return best;
  }

  selectAndReveal(box) {
    this.select(box);
    const y = this.top(box.row);
    if (y < this.root.scrollTop || y + ROW > this.root.scrollTop + this.root.clientHeight) {
      this.root.scrollTop = y - this.root.clientHeight / 2;
    }
    const end = box.start + box.width;
    if (end <= this.start || box.start >= this.start + this.width) {
      this.view(box.start + box.width / 2 - this.width / 2, this.width);
    }
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const up = this.upright ? 'ArrowDown' : 'ArrowUp';
    const box = this.selected;
    let to = null;
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown':
        to = !box ? this.firstBox() : event.key === up ? box.parent : this.widestChild(box);
        break;
      case 'ArrowLeft':
      case 'ArrowRight':
        to = box ? this.sibling(box, event.key === 'ArrowLeft' ? -1 : 1) : this.firstBox();
        break;
      case 'Home': to = this.firstBox(); break;
      case 'Enter':
      case ' ': if (box) this.zoom(box); break;
      case '+':
      case '=': this.view(this.start + this.width / 8, this.width * 0.75); break;
      case '-': this.view(this.start - this.width / 6, this.width * 4 / 3); break;
      default: return;
    }
    event.preventDefault();
    if (to) this.selectAndReveal(to);
  }

  firstBox() {
    const row = this.layout.rows[0] || [];
    return row.reduce((best, box) => !best || box.width > best.width ? box : best, null);
  }

  widestChild(box) {
    const row = this.layout.rows[box.row + 1] || [];
    let best = null;
    for (let i = firstEndingAfter(row, box.start); i < row.length && row[i].parent === box; i++) {
      if (!best || row[i].width > best.width) best = row[i];
    }
    return best;
  }

  sibling(box, step) {
    const row = this.layout.rows[box.row];
    return row[firstEndingAfter(row, box.start) + step] || null;
  }
}
