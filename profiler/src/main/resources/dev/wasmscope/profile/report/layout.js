/* Boxes: {node, start, width, row, parent}; rows of boxes from left to right, in plain weights. */

const FINEST = 2e-6;

/** The heaviest child leftmost. What is too narrow to ever be seen is left out. */
function leftHeavy(tree) {
  const rows = [];
  const open = [];
  const least = tree.sum * FINEST;
  const push = (nodes, parent, start) => {
    for (const node of nodes) {
      if (node.total > least) open.push([node, parent, start]);
      start += node.total;
    }
  };
  push(tree.roots, null, 0);
  open.reverse();
  while (open.length) {
    const [node, parent, start] = open.pop();
    const row = parent ? parent.row + 1 : 0;
    const box = {node, start, width: node.total, row, parent};
    (rows[row] || (rows[row] = [])).push(box);
    const first = open.length;
    push(node.children, box, start);
    open.push(...open.splice(first).reverse());
  }
  return {rows, sum: tree.sum};
}

/** Samples in order of time; neighbours with the same callers share a box. */
function timeOrder(selection) {
  const rows = [];
  const open = [];
  let now = 0;
  const close = depth => {
    while (open.length > depth) {
      const box = open.pop();
      box.width = now - box.start;
      box.node.total = box.width;
    }
  };
  const thread = selection.threads[0];
  for (let i = 0; thread && i < thread.path.length; i++) {
    const weight = thread.weight[i];
    if (weight <= 0 || !selection.inRange(thread.time[i])) continue;
    const leaf = thread.path[i] < 0 ? null : selection.nodeOfPath[thread.path[i]];
    const missing = [];
    let node = leaf;
    while (node && !(open[node.depth] && open[node.depth].of === node)) {
      missing.push(node);
      node = node.parent;
    }
    close(node ? node.depth + 1 : 0);
    while (missing.length) {
      const of = missing.pop();
      const parent = open[open.length - 1] || null;
      const box = {
        of, parent, start: now, width: 0, row: open.length,
        node: {func: of.func, self: 0, total: 0, before: 0, selfBefore: 0}
      };
      (rows[box.row] || (rows[box.row] = [])).push(box);
      open.push(box);
    }
    if (leaf) open[open.length - 1].node.self += weight;
    now += weight;
  }
  close(0);
  return {rows, sum: now};
}

/** The first box of a row that ends right of a place. */
function firstEndingAfter(row, at) {
  let low = 0, high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (row[middle].start + row[middle].width > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
