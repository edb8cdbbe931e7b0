// A peer of the benchmarks in JavaScript: `node node.mjs KERNEL.wasm [--debugger]` executes run(n) for
// every line n of its input and answers "CHECKSUM WALL CPU": the result as the bits of a double in
// hexadecimal, times in nanoseconds. With --debugger a breakpoint stands in `elsewhere`.
import fs from 'node:fs';
import inspector from 'node:inspector';
import readline from 'node:readline';

const [file, option] = process.argv.slice(2);

let scriptParsed;
const parsed = new Promise(resolve => (scriptParsed = resolve));
const session = option === '--debugger' ? new inspector.Session() : null;
if (session) {
  session.connect();
  session.on('Debugger.scriptParsed', ({ params }) => params.scriptLanguage === 'WebAssembly' && scriptParsed(params));
  session.post('Debugger.enable');
}

const { instance } = await WebAssembly.instantiate(fs.readFileSync(file));
if (session) {
  // Every kernel defines `elsewhere` as its first function: its code is where the section of code begins.
  const { scriptId, codeOffset } = await parsed;
  const location = { scriptId, lineNumber: 0, columnNumber: codeOffset + 3 };
  session.post('Debugger.setBreakpoint', { location }, error => {
    if (error) throw new Error(error.message);
  });
}

const bits = new DataView(new ArrayBuffer(8));
for await (const line of readline.createInterface({ input: process.stdin })) {
  const n = Number(line);
  const cpu = process.cpuUsage();
  const start = process.hrtime.bigint();
  const result = instance.exports.run(n);
  const wall = process.hrtime.bigint() - start;
  const { user, system } = process.cpuUsage(cpu);
  bits.setFloat64(0, result);
  console.log(`${bits.getBigUint64(0).toString(16).padStart(16, '0')} ${wall} ${(user + system) * 1000}`);
}
