'use strict';
/* The data of the report, and trees made from it. Weights are numbers of the profile's unit. */

const DATA = JSON.parse(document.getElementById('data').textContent);
const FUNCTIONS = DATA.functions;
const DIFF = DATA.diff;

/** Where a function comes from, in a few words. */
function whereOf(func) {
  const file = DATA.strings[FUNCTIONS.file[func]];
  const line = FUNCTIONS.line[func];
  const parts = [DATA.strings[FUNCTIONS.module[func]], file && line ? file + ':' + line : file];
  if (FUNCTIONS.index[func] >= 0) parts.push('function ' + FUNCTIONS.index[func]);
  return parts.filter(Boolean).join('  ·  ');
}

/** A function reached through its callers. Children are sorted, the heaviest first. */
class CallNode {
  constructor(func, parent) {
    this.func = func;
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
    this.self = 0;
    this.total = 0;
    this.selfBefore = 0;
    this.before = 0;
    this.children = [];
  }
}

/** A node upside down: children are callers, made when asked for. */
class CallerNode {
  constructor(func, parent) {
    this.func = func;
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
    this.shares = [];
    this.self = 0;
    this.total = 0;
    this.selfBefore = 0;
    this.before = 0;
    this.made = null;
  }

  get children() {
    if (!this.made) {
      const up = this.shares.filter(s => s.node.parent)
        .map(s => ({node: s.node.parent, weight: s.weight, before: s.before}));
      this.made = groupCallers(up, this);
    }
    return this.made;
  }
}

function groupCallers(shares, parent) {
  const byFunction = new Map();
  for (const share of shares) {
    let node = byFunction.get(share.node.func);
    if (!node) byFunction.set(share.node.func, node = new CallerNode(share.node.func, parent));
    node.shares.push(share);
    node.total += share.weight;
    node.before += share.before;
    if (!share.node.parent) {
      node.self += share.weight;
      node.selfBefore += share.before;
    }
  }
  return heaviestFirst([...byFunction.values()]);
}

const heaviestFirst = nodes => nodes.sort((a, b) => b.total - a.total);

/** A growing tree: nodes by parent and function. */
class Growing {
  constructor() {
    this.roots = [];
    this.nodes = [];
    this.known = new Map();
  }

  child(parent, func) {
    const siblings = parent || this;
    let map = this.known.get(siblings);
    if (!map) this.known.set(siblings, map = new Map());
    let node = map.get(func);
    if (!node) map.set(func, node = this.add(parent, func));
    return node;
  }

  /** A node that is known to be new. */
  add(parent, func) {
    const node = new CallNode(func, parent);
    (parent ? parent.children : this.roots).push(node);
    this.nodes.push(node);
    return node;
  }

  close() {
    let sum = 0, before = 0;
    for (let i = this.nodes.length - 1; i >= 0; i--) {
      const node = this.nodes[i];
      node.total += node.self;
      node.before += node.selfBefore;
      if (node.parent) {
        node.parent.total += node.total;
        node.parent.before += node.before;
      } else {
        sum += node.total;
        before += node.before;
      }
      node.children = heaviestFirst(node.children.filter(child => child.total > 0));
    }
    const roots = heaviestFirst(this.roots.filter(root => root.total > 0));
    return {roots, nodes: this.nodes, sum, before};
  }
}

/**
 * The chosen samples after the chosen changes of shape. A change is {op, func}: "focus" keeps the
 * stacks through a function, from it on; "collapse" adds a function to its caller; "recursion" makes
 * direct recursion one call.
 */
class Selection {
  constructor(threads, range, changes) {
    this.threads = threads;
    this.range = range;
    const nodeOf = this.shape(changes);
    this.nodeOfPath = nodeOf;
    for (const thread of threads) {
      for (let i = 0; i < thread.path.length; i++) {
        const path = thread.path[i];
        const node = path < 0 ? null : nodeOf[path];
        if (node && this.inRange(thread.time[i])) {
          node.self += thread.weight[i];
          if (DIFF) node.selfBefore += DIFF.before[i];
        }
      }
    }
    this.tree = this.growing.close();
  }

  inRange(time) {
    return !this.range || (time >= this.range[0] && time < this.range[1]);
  }

  /** The node of every path, null where the path is left out. */
  shape(changes) {
    const growing = this.growing = new Growing();
    const {parent, func} = DATA.paths;
    if (!changes.length) {
      const nodes = new Array(parent.length);
      for (let p = 0; p < nodes.length; p++) {
        nodes[p] = growing.add(parent[p] < 0 ? null : nodes[parent[p]], func[p]);
      }
      return nodes;
    }
    const focus = changes.filter(c => c.op === 'focus').map(c => c.func);
    const gone = new Set(changes.filter(c => c.op === 'collapse').map(c => c.func));
    const direct = new Set(changes.filter(c => c.op === 'recursion').map(c => c.func));
    const seen = new Int32Array(parent.length);
    const nodes = new Array(parent.length).fill(null);
    for (let p = 0; p < parent.length; p++) {
      const up = parent[p] < 0 ? null : nodes[parent[p]];
      let found = parent[p] < 0 ? 0 : seen[parent[p]];
      if (found < focus.length && focus[found] === func[p]) found++;
      seen[p] = found;
      if (found < focus.length) continue;
      const merged = gone.has(func[p]) || (up && up.func === func[p] && direct.has(func[p]));
      nodes[p] = merged && up ? up : merged ? null : growing.child(up, func[p]);
    }
    return nodes;
  }

  /** The tree upside down. */
  get inverted() {
    if (!this.upsideDown) {
      const shares = this.tree.nodes.filter(n => n.self > 0)
        .map(n => ({node: n, weight: n.self, before: n.selfBefore}));
      this.upsideDown = {roots: groupCallers(shares, null), sum: this.tree.sum};
    }
    return this.upsideDown;
  }

  /** Self and total weight by function, a stack counting once however often a function recurs. */
  get functions() {
    if (!this.rows) {
      const rows = new Map();
      const onPath = new Map();
      this.walk(node => {
        const f = node.func;
        let row = rows.get(f);
        if (!row) rows.set(f, row = {func: f, self: 0, total: 0, selfBefore: 0, before: 0});
        row.self += node.self;
        row.selfBefore += node.selfBefore;
        const times = onPath.get(f) || 0;
        if (times === 0) {
          row.total += node.total;
          row.before += node.before;
        }
        onPath.set(f, times + 1);
      }, node => onPath.set(node.func, onPath.get(node.func) - 1));
      this.rows = [...rows.values()].filter(r => r.total > 0);
    }
    return this.rows;
  }

  walk(enter, leave) {
    const open = [...this.tree.roots].reverse();
    const path = [];
    while (open.length) {
      const node = open.pop();
      while (path.length > node.depth) leave(path.pop());
      path.push(node);
      enter(node);
      for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]);
    }
    while (path.length) leave(path.pop());
  }

  outermost(func) {
    const found = [];
    const open = [...this.tree.roots];
    while (open.length) {
      const node = open.pop();
      if (node.func === func) found.push(node);
      else open.push(...node.children);
    }
    return found;
  }

  callersOf(func) {
    const shares = this.outermost(func)
      .map(n => ({node: n, weight: n.total, before: n.before}));
    return {roots: groupCallers(shares, null), sum: sumOf(shares)};
  }

  calleesOf(func) {
    const growing = new Growing();
    const open = this.outermost(func).map(n => [n, null]);
    while (open.length) {
      const [from, into] = open.pop();
      const node = growing.child(into, from.func);
      node.self += from.self;
      node.selfBefore += from.selfBefore;
      for (const child of from.children) open.push([child, node]);
    }
    return growing.close();
  }

  /** The weight of the stacks through functions of the set, each stack once. */
  weightThrough(functions) {
    let weight = 0;
    const open = [...this.tree.roots];
    while (open.length) {
      const node = open.pop();
      if (functions.has(node.func)) weight += node.total;
      else for (const child of node.children) open.push(child);
    }
    return weight;
  }
}

const sumOf = shares => shares.reduce((sum, s) => sum + s.weight, 0);

/** The functions whose name, module or file contains the text, whatever its case. */
function searchFunctions(text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return null;
  const found = new Set();
  const module = DATA.strings.map(s => s.toLowerCase().includes(wanted));
  for (let f = 0; f < FUNCTIONS.name.length; f++) {
    if (FUNCTIONS.name[f].toLowerCase().includes(wanted)
      || module[FUNCTIONS.module[f]] || module[FUNCTIONS.file[f]]) found.add(f);
  }
  return found;
}
