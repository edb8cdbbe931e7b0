/* Colours of functions: a family of hues by category, a place in it by name. */

const HUES = {Wasm: [28, 92], Host: [235, 290], GC: [140, 160], Blocked: [205, 225], Other: [165, 200]};
const colorCache = new Map();

const isDark = () => document.documentElement.dataset.theme === 'dark';

function hashOf(text) {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return (hash >>> 8) / (1 << 24);
}

function categoryOf(func) {
  return DATA.categories[FUNCTIONS.category[func]];
}

/** Fill of a function's boxes. */
function colorOf(func) {
  let color = colorCache.get(func);
  if (!color) {
    const hash = hashOf(FUNCTIONS.name[func]);
    const [from, to] = HUES[categoryOf(func)] || HUES.Other;
    const hue = from + (to - from) * hash;
    const wave = (hash * 7919) % 1;
    const chroma = categoryOf(func) === 'Other' ? 0.035 : categoryOf(func) === 'Blocked' ? 0.05 : 0.105;
    const light = isDark() ? 0.70 + wave * 0.07 : 0.80 + wave * 0.07;
    color = `oklch(${light.toFixed(3)} ${chroma} ${hue.toFixed(1)})`;
    colorCache.set(func, color);
  }
  return color;
}

/** Fill of a category as a whole. */
function categoryColor(name) {
  const [from, to] = HUES[name] || HUES.Other;
  const chroma = name === 'Other' ? 0.035 : name === 'Blocked' ? 0.05 : 0.11;
  return `oklch(${isDark() ? 0.68 : 0.80} ${chroma} ${(from + to) / 2})`;
}

/** Fill in a comparison: red grew, blue shrank, the stronger the larger its part of the whole. */
function diffColor(node) {
  const after = node.total - node.before;
  const change = after - node.before;
  const ratio = node.total > 0 ? change / node.total : 0;
  const strength = Math.sqrt(Math.min(Math.abs(ratio), 1));
  const chroma = strength < 0.03 ? 0.004 : 0.03 + 0.15 * strength;
  const light = isDark() ? 0.66 + 0.06 * strength : 0.90 - 0.17 * strength;
  return `oklch(${light.toFixed(3)} ${chroma.toFixed(3)} ${ratio > 0 ? 25 : 255})`;
}

/** A colour of the style sheet. */
function themeColor(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}
