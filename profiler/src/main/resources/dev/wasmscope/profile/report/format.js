/* Numbers and names as short text. */

const WHOLE = new Intl.NumberFormat('en');

function formatTime(ns) {
  if (ns < 1e3) return Math.round(ns) + ' ns';
  if (ns < 1e6) return digits(ns / 1e3) + ' µs';
  if (ns < 1e9) return digits(ns / 1e6) + ' ms';
  return digits(ns / 1e9) + ' s';
}

function formatBytes(bytes) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let unit = 0;
  while (Math.abs(bytes) >= 1024 && unit < units.length - 1) { bytes /= 1024; unit++; }
  return (unit ? digits(bytes) : bytes) + ' ' + units[unit];
}

function digits(value) {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

/** A weight without its unit where the unit is told elsewhere. */
function formatWeight(weight, unit = DATA.unit) {
  if (DIFF && !DIFF.exact) return formatShare(weight / DIFF.scale);
  if (unit === 'nanoseconds') return formatTime(weight);
  if (unit === 'bytes') return formatBytes(weight);
  return WHOLE.format(weight);
}

/** A weight with its unit. */
function formatWithUnit(weight) {
  const spoken = (DIFF && !DIFF.exact) || DATA.unit === 'nanoseconds' || DATA.unit === 'bytes';
  const unit = weight === 1 ? DATA.unit.replace(/s$/, '') : DATA.unit;
  return spoken ? formatWeight(weight) : formatWeight(weight) + ' ' + unit;
}

function formatShare(share) {
  if (!isFinite(share)) return '0 %';
  return (share * 100).toFixed(Math.abs(share) < 0.0995 ? 2 : 1) + ' %';
}

function formatChange(change) {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  return sign + formatWeight(Math.abs(change));
}

/** Milliseconds on an axis. */
const formatMoment = ms => ms > 0 ? formatTime(ms * 1e6).replace(/\.00? | (?=\D)/, ' ') : '0';

/** An element with a class, text and children. */
function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  for (const part of content) made.append(part);
  return made;
}
