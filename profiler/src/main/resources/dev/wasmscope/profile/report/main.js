/* State, address, tabs, search, keys. The state is in the address, so that a view can be linked. */

const KEYS = [
  ['/', 'search functions'], ['Esc', 'clear the search, zoom out, drop the last focus'],
  ['0', 'whole profile'], ['← → ↑ ↓', 'walk through boxes or rows'],
  ['Enter', 'zoom to the box; sandwich of the row'], ['+ −', 'zoom'],
  ['f', 'focus on the selected function'], ['c', 'collapse it into its callers'],
  ['r', 'collapse its direct recursion'], ['s', 'sandwich of it'],
  ['o', 'order: heaviest left, or time'], ['i', 'icicle or flame graph'],
  ['1 … 9', 'views'], ['t', 'dark or light'], ['click', 'zoom to a box'],
  ['drag', 'move; in the timeline: select a range'], ['Ctrl + wheel', 'zoom at the pointer']
];

class App {
  constructor() {
    this.state = {view: 'flame', order: 'left', direction: 'icicle', thread: 0, search: '', func: null,
      range: null, changes: []};
    this.matches = null;
    this.views = {};
    this.tabs = this.listTabs();
    this.restore();
    this.header();
    this.timeline();
    this.keys();
    this.select();
    addEventListener('hashchange', () => { this.restore(); this.select(); });
    document.documentElement.dataset.ready = 'true';
  }

  listTabs() {
    const tabs = [
      ['flame', DIFF ? 'Differences' : 'Flame graph', () => new FlameTab(this)],
      ['functions', 'Functions', () => new FunctionsTab(this)],
      ['sandwich', 'Sandwich', () => new SandwichTab(this)],
      ['tree', 'Call tree', () => new TreeTab(this, 'Call tree', s => s.tree.roots, weightColumns)],
      ['bottomup', 'Bottom-up', () => new TreeTab(this, 'Bottom-up', s => s.inverted.roots,
        sum => DIFF ? diffColumns() : weightAndPart('Self', row => row.total, sum))]
    ];
    if (Object.keys(DATA.sources).length) tabs.push(['source', 'Source', () => new SourceTab(this)]);
    if (DATA.hostCalls.length) tabs.push(['host', 'Host calls', () => new HostTab()]);
    if (DATA.counters.length) tabs.push(['memory', 'Memory', () => new MemoryTab()]);
    tabs.push(['module', 'Module', () => new ModuleTab()]);
    return tabs;
  }

  /* address */

  restore() {
    const from = new URLSearchParams(location.hash.slice(1));
    const state = this.state;
    const view = from.get('view');
    state.view = this.tabs.some(t => t[0] === view) ? view : 'flame';
    state.order = from.get('order') === 'time' && !DIFF ? 'time' : 'left';
    state.direction = from.get('direction') === 'flame' ? 'flame' : 'icicle';
    const thread = Number(from.get('thread'));
    state.thread = DATA.threads[thread] || thread === -1 ? thread : 0;
    state.search = from.get('search') || '';
    const range = (from.get('range') || '').split('-').map(Number);
    state.range = range.length === 2 && range[0] < range[1] ? range : null;
    const func = FUNCTIONS.name.indexOf(from.get('function'));
    state.func = func >= 0 ? func : null;
    state.changes = from.getAll('change').map(text => {
      const at = text.indexOf(':');
      return {op: text.slice(0, at), func: FUNCTIONS.name.indexOf(text.slice(at + 1))};
    }).filter(c => c.func >= 0);
    const theme = from.get('theme');
    document.documentElement.dataset.theme =
      theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    this.chosenTheme = theme;
    document.getElementById('search').value = state.search;
  }

  remember() {
    const to = new URLSearchParams();
    const {view, order, direction, thread, search, range, func, changes} = this.state;
    if (view !== 'flame') to.set('view', view);
    if (order !== 'left') to.set('order', order);
    if (direction !== 'icicle') to.set('direction', direction);
    if (thread) to.set('thread', thread);
    if (search) to.set('search', search);
    if (range) to.set('range', range.map(t => t.toFixed(3)).join('-'));
    if (func !== null) to.set('function', FUNCTIONS.name[func]);
    for (const change of changes) to.append('change', change.op + ':' + FUNCTIONS.name[change.func]);
    if (this.chosenTheme) to.set('theme', this.chosenTheme);
    const hash = to.toString();
    try {
      history.replaceState(null, '', hash ? '#' + hash : location.pathname + location.search);
    } catch {
      // An address that may not be changed costs the link, not the report.
    }
  }

  /* what is shown */

  select() {
    const {thread, range, changes} = this.state;
    const threads = thread === -1
      ? DATA.threads.filter(t => t.unit === DATA.threads[0].unit)
      : DATA.threads[thread] ? [DATA.threads[thread]] : [];
    if (threads[0]) DATA.unit = threads[0].unit;
    this.selection = new Selection(threads, range, changes);
    if (this.line) {
      this.line.range = range;
      this.line.show(threads);
    }
    this.stale = new Set(this.tabs.map(t => t[0]));
    this.crumbs();
    this.chips();
    this.find(this.state.search);
    this.open(this.state.view);
  }

  open(name) {
    this.state.view = name;
    if (!this.views[name]) {
      this.views[name] = this.tabs.find(t => t[0] === name)[2]();
      this.stale.add(name);
    }
    const view = this.views[name];
    const main = document.getElementById('main');
    main.setAttribute('role', 'tabpanel');
    main.setAttribute('aria-labelledby', 'tab-' + name);
    main.replaceChildren(this.selection.tree.sum > 0 || ['module', 'memory', 'host', 'source'].includes(name)
      ? view.root : this.emptyNote());
    if (this.stale.delete(name)) view.update(this.selection);
    else if (name === 'source' || name === 'sandwich') view.update(this.selection);
    view.search(this.matches);
    this.drawTabs();
    this.switches();
    this.remember();
  }

  emptyNote() {
    return element('div', 'empty', 'Nothing was recorded here. Choose another thread or a longer range of time, '
      + 'or reset with 0.');
  }

  drawTabs() {
    document.getElementById('tabs').replaceChildren(...this.tabs.map(([name, title]) => {
      const tab = element('button', '', title);
      tab.id = 'tab-' + name;
      tab.type = 'button';
      tab.setAttribute('role', 'tab');
      tab.setAttribute('aria-selected', String(name === this.state.view));
      tab.onclick = () => this.open(name);
      return tab;
    }));
  }

  switches() {
    const switches = document.getElementById('switches');
    switches.replaceChildren();
    if (this.state.view !== 'flame') return;
    if (!DIFF) {
      switches.append(this.segmented('Order', 'order', [['left', 'Left-heavy'], ['time', 'Time order']]));
    }
    switches.append(this.segmented('Direction', 'direction', [['icicle', 'Icicle'], ['flame', 'Flame']]));
  }

  segmented(label, key, options) {
    const group = element('div', 'segmented');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', label);
    for (const [value, title] of options) {
      const button = element('button', '', title);
      button.type = 'button';
      button.setAttribute('aria-pressed', String(this.state[key] === value));
      button.onclick = () => this.setFlame(key, value);
      group.append(button);
    }
    return group;
  }

  setFlame(key, value) {
    this.state[key] = value;
    this.stale.add('flame');
    this.open('flame');
  }

  header() {
    document.getElementById('title').textContent = DATA.title;
    const select = document.getElementById('thread');
    DATA.threads.forEach((thread, i) => select.append(new Option(thread.name, String(i))));
    if (DATA.threads.filter(t => t.unit === DATA.threads[0].unit).length > 1) {
      select.append(new Option('All threads', '-1'));
    }
    select.value = String(this.state.thread);
    select.onchange = () => { this.state.thread = Number(select.value); this.state.func = null; this.select(); };
    document.getElementById('thread-label').hidden = DATA.threads.length < 2;
    const search = document.getElementById('search');
    search.oninput = () => this.find(search.value);
    search.onkeydown = event => {
      if (event.key === 'Enter') {
        this.firstMatch();
      } else if (event.key === 'Escape') {
        this.find('');
        search.value = '';
        document.getElementById('main').focus();
      }
      event.stopPropagation();
    };
    const theme = document.getElementById('theme');
    theme.textContent = '◐';
    theme.onclick = () => this.switchTheme();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', e => {
      if (!this.chosenTheme) this.setTheme(e.matches ? 'dark' : 'light');
    });
    const keys = document.getElementById('keys');
    document.getElementById('keys-table').append(...KEYS.map(([key, what]) =>
      element('tr', '', element('td', '', element('kbd', '', key)), element('td', '', what))));
    document.getElementById('help').onclick = () => keys.showModal();
  }

  chips() {
    const texts = [];
    const {tree} = this.selection;
    if (DIFF) {
      texts.push(`before: ${DIFF.beforeTitle}`, `after: ${DIFF.afterTitle}`);
      if (DIFF.exact) texts.push(`${formatChange(tree.sum - 2 * tree.before)} ${DATA.unit}`);
    } else {
      texts.push(formatWithUnit(tree.sum));
      if (DATA.timed && DATA.duration) texts.push(formatMoment(DATA.duration));
      if (DATA.interval) texts.push('every ' + formatMoment(DATA.interval));
    }
    document.getElementById('chips').replaceChildren(...texts.map(t => element('span', 'chip', t)));
  }

  timeline() {
    const root = document.getElementById('timeline');
    const timed = DATA.timed && DATA.duration > 0 && !DIFF;
    root.hidden = !timed;
    if (timed) {
      this.line = new Timeline(root, range => {
        this.state.range = range;
        this.select();
      });
    }
  }

  crumbs() {
    const titles = {focus: 'Focus', collapse: 'Collapsed', recursion: 'Recursion'};
    const crumbs = this.state.changes.map((change, i) =>
      this.crumb(`${titles[change.op] || change.op}: ${FUNCTIONS.name[change.func]}`, () => {
        this.state.changes.splice(i, 1);
        this.select();
      }));
    if (this.state.range) {
      const [from, to] = this.state.range.map(formatMoment);
      crumbs.push(this.crumb(`${from} – ${to}`, () => {
        this.state.range = null;
        this.select();
      }));
    }
    document.getElementById('crumbs').replaceChildren(...crumbs);
  }

  crumb(text, remove) {
    const crumb = element('button', 'crumb', element('span', '', text), element('b', '', '✕'));
    crumb.type = 'button';
    crumb.title = 'Remove: ' + text;
    crumb.onclick = remove;
    return crumb;
  }

  /* search */

  find(text) {
    this.state.search = text;
    this.matches = searchFunctions(text);
    const output = document.getElementById('matched');
    if (this.matches) {
      const weight = this.selection.weightThrough(this.matches);
      const share = formatShare(weight / (this.selection.tree.sum || 1));
      output.textContent = share + ' matched';
      output.title = `${this.matches.size} functions, ${formatWithUnit(weight)}`;
    } else {
      output.textContent = '';
    }
    const view = this.views[this.state.view];
    if (view) view.search(this.matches);
    this.remember();
  }

  firstMatch() {
    const rows = this.selection.functions.filter(r => this.matches && this.matches.has(r.func));
    const best = rows.sort((a, b) => b.total - a.total)[0];
    if (best) this.goTo(best.func);
  }

  rowClass(func) {
    return !this.matches ? '' : this.matches.has(func) ? 'match' : 'dim';
  }

  /* the chosen function */

  goTo(func) {
    this.state.func = func;
    const view = this.views.flame;
    if (this.state.view === 'flame' && view) view.flame.selectFunction(func);
    else if (this.state.view === 'sandwich') this.views.sandwich.pick(func);
    else this.openSandwich(func);
  }

  openSandwich(func) {
    this.state.func = func;
    this.open('sandwich');
  }

  /** Shows a node in the line of details. */
  choose(node, sum) {
    const details = document.getElementById('details');
    if (!node) {
      details.replaceChildren(
        element('span', 'quiet', 'Click a box or a row to see its details; press ? for keys.'), this.legend());
      return;
    }
    const func = node.func;
    this.state.func = func;
    this.remember();
    const actions = element('div', 'actions');
    const action = (title, run) => {
      const button = element('button', 'plain', title);
      button.type = 'button';
      button.onclick = run;
      actions.append(button);
    };
    action('Focus', () => this.change('focus', func));
    action('Collapse', () => this.change('collapse', func));
    if (this.state.view !== 'sandwich') action('Sandwich', () => this.openSandwich(func));
    if (Object.hasOwn(DATA.sources, DATA.strings[FUNCTIONS.file[func]])) {
      action('Source', () => this.open('source'));
    }
    const parts = weightsOf(node, sum)
      .map(([label, value]) => element('span', '', label + ' ', element('b', '', value)));
    details.replaceChildren(element('span', 'fn', FUNCTIONS.name[func]), ...parts,
      element('span', 'quiet', whereOf(func)), actions);
  }

  /** What the colours mean. */
  legend() {
    const legend = element('span', 'legend actions');
    const add = (color, text) => {
      const dot = element('i', 'dot');
      dot.style.background = color;
      legend.append(element('span', '', dot, text));
    };
    if (DIFF) {
      add(themeColor('more'), 'more than before');
      add(themeColor('less'), 'less than before');
    } else {
      const used = new Set(FUNCTIONS.category);
      DATA.categories.forEach((name, i) => used.has(i) && add(categoryColor(name), name));
    }
    return legend;
  }

  change(op, func) {
    if (func === null) return;
    this.state.changes.push({op, func});
    this.select();
  }

  /* keys and theme */

  switchTheme() {
    this.chosenTheme = isDark() ? 'light' : 'dark';
    this.setTheme(this.chosenTheme);
    this.remember();
  }

  setTheme(theme) {
    document.documentElement.dataset.theme = theme;
    colorCache.clear();
    Object.values(this.views).forEach(view => view.theme());
    if (this.line) this.line.draw();
  }

  reset() {
    Object.assign(this.state, {range: null, changes: [], search: '', func: null});
    document.getElementById('search').value = '';
    this.choose(null);
    this.select();
  }

  back() {
    const {state} = this;
    if (state.search) {
      document.getElementById('search').value = '';
      this.find('');
    } else if (!(this.views[state.view].back && this.views[state.view].back())) {
      if (state.changes.length) state.changes.pop();
      else state.range = null;
      this.select();
    }
  }

  keys() {
    this.choose(null);
    addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT)$/.test(event.target.tagName)
        || document.getElementById('keys').open) return;
      const act = this.action(event.key);
      if (act) {
        event.preventDefault();
        act();
      }
    });
  }

  action(key) {
    const {state} = this;
    if (/^[1-9]$/.test(key) && this.tabs[key - 1]) return () => this.open(this.tabs[key - 1][0]);
    return {
      '/': () => document.getElementById('search').focus(),
      '?': () => document.getElementById('keys').showModal(),
      'Escape': () => this.back(),
      '0': () => this.reset(),
      't': () => this.switchTheme(),
      'f': () => this.change('focus', state.func),
      'c': () => this.change('collapse', state.func),
      'r': () => this.change('recursion', state.func),
      's': () => state.func !== null && this.openSandwich(state.func),
      'o': () => !DIFF && this.setFlame('order', state.order === 'left' ? 'time' : 'left'),
      'i': () => this.setFlame('direction', state.direction === 'icicle' ? 'flame' : 'icicle')
    }[key];
  }
}

/** Labels and values of a node's weights. */
function weightsOf(node, sum) {
  if (DIFF) {
    const after = node.total - node.before;
    return [['before', formatWeight(node.before)], ['after', formatWeight(after)],
      ['change', formatChange(after - node.before)]];
  }
  return [
    ['total', `${formatWithUnit(node.total)} (${formatShare(node.total / (sum || 1))})`],
    ['self', `${formatWithUnit(node.self)} (${formatShare(node.self / (sum || 1))})`]
  ];
}

function showTooltip(node, sum, event) {
  const tooltip = document.getElementById('tooltip');
  const table = element('table');
  for (const [label, value] of weightsOf(node, sum)) {
    table.append(element('tr', '', element('td', '', label), element('td', '', value)));
  }
  const name = FUNCTIONS.name[node.func];
  tooltip.replaceChildren(
    element('div', 'fn', name.length > 300 ? name.slice(0, 300) + '…' : name),
    element('div', 'where', [categoryOf(node.func), whereOf(node.func)].filter(Boolean).join('  ·  ')), table);
  tooltip.hidden = false;
  const {offsetWidth, offsetHeight} = tooltip;
  const x = Math.min(event.clientX + 14, innerWidth - offsetWidth - 8);
  const y = event.clientY + 18 + offsetHeight > innerHeight ? event.clientY - offsetHeight - 10 : event.clientY + 18;
  tooltip.style.left = Math.max(x, 4) + 'px';
  tooltip.style.top = Math.max(y, 4) + 'px';
}

function hideTooltip() {
  document.getElementById('tooltip').hidden = true;
}

const app = new App();
