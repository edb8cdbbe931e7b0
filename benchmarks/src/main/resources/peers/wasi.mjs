// Runs a WASI program as `wasmscope run` does: `node wasi.mjs [--dir HOST::GUEST] PROGRAM.wasm ARGUMENT...`.
import fs from 'node:fs';
import { basename } from 'node:path';
import { WASI } from 'node:wasi';

const words = process.argv.slice(2);
const preopens = {};
while (words[0] === '--dir') {
  const [host, guest = host] = words[1].split('::');
  preopens[guest] = host;
  words.splice(0, 2);
}
const [program, ...rest] = words;
const wasi = new WASI({ version: 'preview1', args: [basename(program), ...rest], preopens });
const module = await WebAssembly.compile(fs.readFileSync(program));
process.exitCode = wasi.start(await WebAssembly.instantiate(module, wasi.getImportObject()));
