/* The views behind the tabs. A view is {root, update(selection), search(matches), title}. */

/** Flame graph and icicle of the selection, or of its samples in order of time. */
class FlameTab {
  constructor(app) {
    this.app = app;
    this.flame = new FlameView('Flame graph', box => app.choose(box && box.node, this.flame.layout.sum), false);
    this.root = this.flame.root;
  }

  update(selection) {
    const {order, direction} = this.app.state;
    this.flame.upright = direction === 'flame';
    this.flame.show(order === 'time' ? timeOrder(selection) : leftHeavy(selection.tree));
    if (this.app.state.func !== null) this.flame.selectFunction(this.app.state.func);
  }

  search(matches) {
    this.flame.matches = matches;
    this.flame.draw();
  }

  theme() { this.flame.draw(); }

  back() {
    if (!this.flame.zoomed) return false;
    this.flame.reset();
    return true;
  }
}

/** Callers above, callees below one function; the function is picked in the table beside them. */
class SandwichTab {
  constructor(app) {
    this.app = app;
    this.table = functionGrid(app, row => app.state.func !== row.func && this.pick(row.func), true);
    this.callers = new FlameView('Callers', box => app.choose(box && box.node, this.sum), true);
    this.callees = new FlameView('Callees', box => app.choose(box && box.node, this.sum), false);
    this.above = element('div', 'caption');
    this.below = element('div', 'caption');
    this.right = element('div', 'stack', this.above, this.callers.root, this.below, this.callees.root);
    this.root = element('div', 'split', element('div', 'side', this.table.root), this.right);
  }

  update(selection) {
    this.selection = selection;
    this.table.show(selection.functions);
    const func = this.app.state.func;
    const first = [...selection.functions].sort((a, b) => b.self - a.self)[0];
    this.pick(func !== null ? func : first ? first.func : null);
  }

  pick(func) {
    if (func === null) return;
    const callers = this.selection.callersOf(func);
    this.sum = this.selection.tree.sum;
    this.app.state.func = func;
    this.app.remember();
    this.above.replaceChildren(element('strong', '', 'Callers'), ' of ' + FUNCTIONS.name[func]);
    this.below.replaceChildren(element('strong', '', 'Callees'), ' of ' + FUNCTIONS.name[func]);
    this.callers.show(leftHeavy(callers));
    this.callees.show(leftHeavy(this.selection.calleesOf(func)));
    const index = this.table.rows.findIndex(r => r.func === func);
    this.table.reveal(index);
    this.app.choose(this.table.rows[index] || null, this.sum);
  }

  search(matches) {
    for (const flame of [this.callers, this.callees]) {
      flame.matches = matches;
      flame.draw();
    }
    this.table.redraw();
  }

  theme() { this.search(this.app.matches); }
}

function functionGrid(app, onSelect, narrow = false) {
  const sum = () => app.selection.tree.sum || 1;
  const grid = new Grid('Functions', [
    ...weightColumns(sum, narrow),
    {title: 'Function', width: 'minmax(120px, 1fr)', name: true, key: row => FUNCTIONS.name[row.func].toLowerCase(),
      cell: row => nameCell(row.func, narrow)}
  ], {select: onSelect, activate: row => app.openSandwich(row.func)});
  grid.rowClass = row => app.rowClass(row.func);
  const byChange = grid.columns[0];
  grid.sort = {
    column: DIFF ? {...byChange, key: row => Math.abs(byChange.key(row))} : byChange, down: true
  };
  if (!DIFF) grid.sort.column = byChange;
  grid.drawHead();
  return grid;
}

class FunctionsTab {
  constructor(app) {
    this.app = app;
    this.grid = functionGrid(app, row => app.choose(row, app.selection.tree.sum));
    this.root = this.grid.root;
  }

  update(selection) {
    this.grid.show(selection.functions);
  }

  search() { this.grid.redraw(); }
  theme() { this.grid.redraw(); }
}

/** A tree with rows that open and close: the call tree, or the tree upside down. */
class TreeTab {
  constructor(app, label, rootsOf, weights) {
    this.app = app;
    this.rootsOf = rootsOf;
    this.opened = new Set();
    this.grid = new Grid(label, [
      ...weights(() => app.selection.tree.sum || 1).map(c => ({...c, key: undefined})),
      {title: label, width: 'minmax(260px, 1fr)', name: true, cell: row => this.name(row)}
    ], {
      select: row => app.choose(row, app.selection.tree.sum),
      activate: row => app.openSandwich(row.func),
      open: (row, wanted) => this.open(row, wanted)
    });
    this.grid.rowClass = row => app.rowClass(row.func);
    this.root = this.grid.root;
  }

  name(row) {
    const leaf = row.children.length === 0;
    const twisty = element('span', 'twisty', leaf ? '' : this.opened.has(row) ? '▼' : '▶');
    twisty.onclick = event => {
      event.stopPropagation();
      this.toggle(row);
    };
    const fragment = document.createDocumentFragment();
    const indent = element('span');
    indent.style.flex = 'none';
    indent.style.width = Math.min(row.depth, 60) * 14 + 'px';
    fragment.append(indent, twisty, nameCell(row.func));
    return fragment;
  }

  update(selection) {
    this.roots = this.rootsOf(selection);
    this.opened.clear();
    if (this.roots[0]) this.openHot(this.roots[0]);
    this.show();
  }

  /** Opens the heaviest children for as long as one holds most of its parent. */
  openHot(node) {
    for (let i = 0; i < 200 && node.children.length; i++) {
      this.opened.add(node);
      if (node.children[0].total * 2 < node.total) return;
      node = node.children[0];
    }
  }

  toggle(row) {
    if (!this.opened.delete(row)) this.openHot(row);
    this.show();
  }

  open(row, wanted) {
    if (wanted && row.children.length && !this.opened.has(row)) {
      this.toggle(row);
    } else if (!wanted && this.opened.has(row)) {
      this.toggle(row);
    } else {
      const next = wanted ? row.children[0] : row.parent;
      if (next) this.grid.select(this.grid.rows.indexOf(next));
    }
  }

  show() {
    const rows = [];
    const open = [...this.roots].reverse();
    while (open.length) {
      const node = open.pop();
      rows.push(node);
      if (this.opened.has(node)) {
        for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]);
      }
    }
    this.grid.show(rows);
  }

  search() { this.grid.redraw(); }
  theme() { this.grid.redraw(); }
}

/** Calls to the host by function, and what they cost. */
class HostTab {
  constructor() {
    const number = (title, index, format) => ({
      title, width: '120px', number: true, key: row => row[index],
      cell: row => element('span', '', format(row[index]))
    });
    const total = DATA.hostCalls.reduce((sum, row) => sum + row[2], 0) || 1;
    const time = ms => formatTime(ms * 1e6);
    this.grid = new Grid('Host calls', [
      number('Calls', 1, WHOLE.format),
      {...number('Time', 2, time), part: row => row[2] / total},
      {title: 'Mean', width: '120px', number: true, key: row => row[2] / row[1],
        cell: row => element('span', '', time(row[2] / row[1]))},
      number('Longest', 3, time),
      {title: 'Host function', width: 'minmax(200px, 1fr)', name: true, key: row => row[0],
        cell: row => element('span', '', row[0])}
    ]);
    this.grid.sortBy(this.grid.columns[1], true);
    this.root = this.grid.root;
  }

  update() { this.grid.show(DATA.hostCalls); }
  search() {}
  theme() { this.grid.redraw(); }
}

/** The size of memories over time and each growth. */
class MemoryTab {
  constructor() {
    this.root = element('div', 'sheet');
    this.charts = DATA.counters.map(counter => {
      const canvas = element('canvas');
      canvas.setAttribute('role', 'img');
      const peak = counter.value.reduce((a, b) => Math.max(a, b), 0);
      const say = counter.unit === 'bytes' ? formatBytes : WHOLE.format;
      canvas.setAttribute('aria-label', `${counter.name} over time, at most ${say(peak)}`);
      const last = counter.value[counter.value.length - 1] || 0;
      this.root.append(element('div', 'card', element('h2', '', counter.name),
        element('p', 'legend', `at the end ${say(last)}, at most ${say(peak)}`), canvas));
      return {counter, canvas, peak, say};
    });
    if (DATA.growths.length) this.root.append(this.growths());
    new ResizeObserver(() => this.theme()).observe(this.root);
  }

  growths() {
    const list = element('dl');
    for (const [time, name, detail] of DATA.growths) {
      list.append(element('dt', '', formatMoment(time)), element('dd', '', name + (detail ? '  ' + detail : '')));
    }
    return element('div', 'card', element('h2', '', 'Growth'), list);
  }

  update() { this.theme(); }
  search() {}

  theme() {
    for (const chart of this.charts) this.draw(chart);
  }

  draw({counter, canvas, peak, say}) {
    const {clientWidth: width, clientHeight: height} = canvas;
    if (!width) return;
    const ratio = devicePixelRatio || 1;
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    const ctx = canvas.getContext('2d');
    ctx.scale(ratio, ratio);
    ctx.font = '11px system-ui, "DejaVu Sans", sans-serif';
    const floor = height - 18, left = 70;
    const end = Math.max(DATA.duration, counter.time[counter.time.length - 1] || 0) || 1;
    const toX = t => left + t / end * (width - left - 8);
    const toY = v => floor - v / (peak || 1) * (floor - 14);
    ctx.fillStyle = themeColor('faint');
    ctx.strokeStyle = themeColor('line');
    for (let i = 0; i <= 4; i++) {
      const v = peak * i / 4;
      ctx.beginPath();
      ctx.moveTo(left, toY(v));
      ctx.lineTo(width - 8, toY(v));
      ctx.stroke();
      ctx.fillText(say(Math.round(v)), 4, toY(v) + 4);
    }
    const step = niceStep(end / Math.max(width / 110, 1));
    for (let t = 0; t <= end; t += step) ctx.fillText(formatMoment(t), toX(t), height - 4);
    ctx.beginPath();
    ctx.moveTo(toX(0), floor);
    for (let i = 0; i < counter.time.length; i++) {
      ctx.lineTo(toX(counter.time[i]), toY(counter.value[i - 1] || 0));
      ctx.lineTo(toX(counter.time[i]), toY(counter.value[i]));
    }
    ctx.lineTo(toX(end), toY(counter.value[counter.value.length - 1] || 0));
    ctx.strokeStyle = themeColor('accent');
    ctx.lineWidth = 1.5;
    ctx.stroke();
    ctx.lineTo(toX(end), floor);
    ctx.globalAlpha = 0.16;
    ctx.fillStyle = themeColor('accent');
    ctx.fill();
    ctx.globalAlpha = 1;
  }
}

/** The text of a file with the weight of each line beside it. */
class SourceTab {
  constructor(app) {
    this.app = app;
    this.files = Object.keys(DATA.sources);
    this.grid = new Grid('Source', [
      {title: 'Self', width: '100px', number: true, part: row => row.weight / this.most,
        cell: row => element('span', '', row.weight ? formatWeight(row.weight) : '')},
      {title: '%', width: '64px', number: true,
        cell: row => element('span', '', row.weight ? formatShare(row.weight / this.total) : '')},
      {title: 'Line', width: '56px', number: true, cell: row => element('span', 'gutter', String(row.line))},
      {title: 'Text', width: 'minmax(200px, 1fr)', className: 'text', cell: row => row.text}
    ]);
    this.grid.root.classList.add('code');
    this.grid.rowClass = row => row.weight > this.total / 20 ? 'hot' : '';
    this.picker = element('select');
    this.picker.setAttribute('aria-label', 'File');
    for (const file of this.files) this.picker.append(new Option(file, file));
    this.picker.onchange = () => this.open(this.picker.value, 0);
    this.caption = element('div', 'caption', this.picker);
    this.root = element('div', 'stack', this.caption, this.grid.root);
    this.grid.root.style.flex = '1';
  }

  update() {
    const func = this.app.state.func;
    const file = func === null ? null : DATA.strings[FUNCTIONS.file[func]];
    const known = file && this.files.includes(file);
    this.open(known ? file : this.files[0], known ? FUNCTIONS.line[func] : 0);
  }

  open(file, line) {
    this.picker.value = file;
    const heat = DATA.heat;
    const byLine = new Map();
    this.total = 0;
    this.most = 1;
    for (let i = 0; i < heat.weight.length; i++) {
      this.total += heat.weight[i];
      if (DATA.strings[FUNCTIONS.file[heat.func[i]]] === file) {
        const sum = (byLine.get(heat.line[i]) || 0) + heat.weight[i];
        byLine.set(heat.line[i], sum);
        this.most = Math.max(this.most, sum);
      }
    }
    const rows = DATA.sources[file].split('\n').map((text, i) => ({text, line: i + 1, weight: byLine.get(i + 1) || 0}));
    this.grid.show(rows);
    const hottest = rows.reduce((best, row) => row.weight > best.weight ? row : best, rows[0]);
    const target = line || (hottest ? hottest.line : 1);
    this.grid.body.scrollTop = Math.max((target - 6) * LINE, 0);
    this.grid.draw();
  }

  search() {}
  theme() { this.grid.redraw(); }
}

/** Facts about module and run. */
class ModuleTab {
  constructor() {
    const facts = element('dl');
    for (const [label, value] of DATA.facts) facts.append(element('dt', '', label), element('dd', '', value));
    const run = element('dl');
    const add = (label, value) => run.append(element('dt', '', label), element('dd', '', value));
    add('Recorded', DATA.startTime ? new Date(DATA.startTime).toISOString() : 'unknown');
    if (DATA.timed) add('Duration', formatMoment(DATA.duration));
    if (DATA.interval) add('Sampling interval', formatMoment(DATA.interval));
    add('Unit of weights', DATA.unit);
    for (const thread of DATA.threads) {
      add('Thread ' + thread.name, `${WHOLE.format(thread.path.length)} samples`);
    }
    add('Functions', WHOLE.format(FUNCTIONS.name.length));
    this.root = element('div', 'sheet');
    if (DATA.facts.length) this.root.append(element('div', 'card', element('h2', '', 'Module and run'), facts));
    this.root.append(element('div', 'card', element('h2', '', 'Profile'), run));
  }

  update() {}
  search() {}
  theme() {}
}
