// Numbers, objects, strings, sorting.
const sieve = n => {
  const composite = new Uint8Array(n);
  let count = 0;
  for (let i = 2; i < n; i++) {
    if (composite[i]) continue;
    count++;
    for (let j = 2 * i; j < n; j += i) composite[j] = 1;
  }
  return count;
};

class Tree {
  constructor(depth) {
    if (depth > 0) {
      this.left = new Tree(depth - 1);
      this.right = new Tree(depth - 1);
    }
  }

  size() {
    return 1 + (this.left ? this.left.size() + this.right.size() : 0);
  }
}

const words = n => {
  const counts = new Map();
  let seed = 1;
  for (let i = 0; i < n; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const word = `w${seed % 997}`;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, 3).join(' ');
};

let sum = 0;
for (let i = 0; i < 300000; i++) sum = (sum + Math.sqrt(i) * (i % 7)) % 100003;
print(sieve(300000), new Tree(14).size(), words(60000), sum.toFixed(6));
print('x'.repeat(20000).replace(/x{3}/g, match => match.length).length);
