/* A table of any length: rows have one height, only those in sight exist. */

const LINE = 22;

class Grid {
  /**
   * @param label what a screen reader calls it
   * @param columns {title, width, key?, number?, cell(row) -> Node|string}
   * @param on {select(row), activate(row), open(row, wanted), menu}
   */
  constructor(label, columns, on = {}) {
    this.columns = columns;
    this.on = on;
    this.rows = [];
    this.index = -1;
    this.shown = new Map();
    this.sort = null;
    this.head = element('div', 'head');
    this.space = element('div', 'space');
    this.body = element('div', 'body', this.space);
    this.body.tabIndex = 0;
    this.body.setAttribute('aria-label', label);
    this.root = element('div', 'grid', this.head, this.body);
    this.root.setAttribute('role', 'grid');
    this.template = columns.map(c => c.width).join(' ');
    this.drawHead();
    this.body.addEventListener('scroll', () => this.draw());
    this.body.addEventListener('keydown', e => this.key(e));
    new ResizeObserver(() => this.draw()).observe(this.body);
  }

  drawHead() {
    this.head.style.gridTemplateColumns = this.template;
    this.head.setAttribute('role', 'row');
    this.head.replaceChildren(...this.columns.map(column => {
      const cell = element('div', column.number ? 'num' : '');
      cell.setAttribute('role', 'columnheader');
      if (!column.key) {
        cell.append(column.title);
        return cell;
      }
      const sorted = this.sort && this.sort.column === column;
      if (sorted) cell.setAttribute('aria-sort', this.sort.down ? 'descending' : 'ascending');
      const button = element('button', '', column.title + (sorted ? (this.sort.down ? ' ↓' : ' ↑') : ''));
      button.type = 'button';
      button.onclick = () => this.sortBy(column, sorted ? !this.sort.down : Boolean(column.number));
      cell.append(button);
      return cell;
    }));
  }

  sortBy(column, down) {
    this.sort = {column, down};
    this.drawHead();
    this.show(this.rows);
  }

  show(rows) {
    const chosen = this.rows[this.index];
    this.rows = rows;
    if (this.sort) {
      const {column: {key}, down} = this.sort;
      const sign = down ? -1 : 1;
      this.rows = [...rows].sort((a, b) => {
        const x = key(a), y = key(b);
        return sign * (x < y ? -1 : x > y ? 1 : 0);
      });
    }
    this.index = chosen === undefined ? -1 : this.rows.indexOf(chosen);
    this.space.style.height = this.rows.length * LINE + 'px';
    this.redraw();
  }

  redraw() {
    for (const node of this.shown.values()) node.remove();
    this.shown.clear();
    this.draw();
  }

  draw() {
    const first = Math.max(Math.floor(this.body.scrollTop / LINE) - 4, 0);
    const last = Math.min(Math.ceil((this.body.scrollTop + this.body.clientHeight) / LINE) + 4, this.rows.length);
    for (const [index, node] of this.shown) {
      if (index < first || index >= last) {
        node.remove();
        this.shown.delete(index);
      }
    }
    for (let i = first; i < last; i++) {
      if (!this.shown.has(i)) {
        const node = this.makeRow(i);
        this.shown.set(i, node);
        this.space.append(node);
      }
    }
  }

  makeRow(index) {
    const row = this.rows[index];
    const node = element('div', 'row' + (index === this.index ? ' selected' : '')
      + (this.rowClass ? ' ' + this.rowClass(row) : ''));
    node.setAttribute('role', 'row');
    node.style.top = index * LINE + 'px';
    node.style.gridTemplateColumns = this.template;
    for (const column of this.columns) {
      const cell = element('div', column.number ? 'num' : column.name ? 'name' : column.className || '');
      cell.setAttribute('role', 'gridcell');
      cell.append(column.cell(row, index));
      if (column.part) cell.prepend(this.partBar(column.part(row)));
      node.append(cell);
    }
    node.onclick = () => this.select(index);
    node.ondblclick = () => this.on.activate && this.on.activate(row);
    return node;
  }

  partBar(part) {
    const bar = element('i');
    bar.style.width = Math.min(Math.max(part, 0), 1) * 100 + '%';
    return bar;
  }

  select(index) {
    if (index < 0 || index >= this.rows.length) return;
    this.reveal(index);
    if (this.on.select) this.on.select(this.rows[index]);
  }

  /** Marks a row and scrolls to it, without telling anybody. */
  reveal(index) {
    this.index = index;
    const top = index * LINE;
    if (top < this.body.scrollTop) this.body.scrollTop = top;
    const bottom = top + LINE - this.body.clientHeight;
    if (bottom > this.body.scrollTop) this.body.scrollTop = bottom;
    this.redraw();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(Math.floor(this.body.clientHeight / LINE) - 1, 1);
    const row = this.rows[this.index];
    switch (event.key) {
      case 'ArrowDown': this.select(Math.min(this.index + 1, this.rows.length - 1)); break;
      case 'ArrowUp': this.select(Math.max(this.index - 1, 0)); break;
      case 'PageDown': this.select(Math.min(this.index + page, this.rows.length - 1)); break;
      case 'PageUp': this.select(Math.max(this.index - page, 0)); break;
      case 'Home': this.select(0); break;
      case 'End': this.select(this.rows.length - 1); break;
      case 'ArrowRight': if (row && this.on.open) this.on.open(row, true); break;
      case 'ArrowLeft': if (row && this.on.open) this.on.open(row, false); break;
      case 'Enter': if (row && this.on.activate) this.on.activate(row); break;
      default: return;
    }
    event.preventDefault();
  }
}

/** The cell with the name of a function. */
function nameCell(func, narrow = false) {
  const dot = element('i', 'dot');
  dot.style.background = DIFF ? themeColor('faint') : colorOf(func);
  const fragment = document.createDocumentFragment();
  fragment.append(dot, element('span', '', FUNCTIONS.name[func]));
  if (!narrow) fragment.append(element('small', '', whereOf(func)));
  return fragment;
}

/** A weight and its part of the whole. */
function weightAndPart(title, of, sum) {
  return [
    {title, width: '104px', number: true, key: of, cell: row => element('span', '', formatWeight(of(row)))},
    {title: '%', width: '84px', number: true, part: row => of(row) / sum(),
      cell: row => element('span', '', formatShare(of(row) / sum()))}
  ];
}

/** The columns of weights of a table of functions; only the parts where there is little room. */
function weightColumns(sum, narrow = false) {
  if (DIFF) return narrow ? diffColumns().slice(0, 1) : diffColumns();
  const self = weightAndPart('Self', row => row.self, sum);
  const total = weightAndPart('Total', row => row.total, sum);
  if (!narrow) return [...self, ...total];
  return [self, total].map(([weight, part]) =>
    ({...part, title: weight.title + ' %', key: weight.key, width: '76px'}));
}

function diffColumns() {
  const after = row => row.total - row.before;
  const selfAfter = row => row.self - row.selfBefore;
  const change = (title, of) => ({
    title, width: '120px', number: true, key: of,
    cell: row => element('span', of(row) > 0 ? 'more' : of(row) < 0 ? 'less' : '', formatChange(of(row)))
  });
  const plain = (title, of) => ({
    title, width: '100px', number: true, key: of, cell: row => element('span', '', formatWeight(of(row)))
  });
  return [
    change('Self change', row => selfAfter(row) - row.selfBefore),
    plain('Self before', row => row.selfBefore),
    plain('Self after', selfAfter),
    change('Total change', row => after(row) - row.before)
  ];
}
