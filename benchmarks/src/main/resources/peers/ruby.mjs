// CRuby without its JavaScript host, as installers/real-modules/ruby-rounds.dbg drives it:
// `node ruby.mjs ruby.wasm FOLDER ROUNDS` loads FOLDER/ruby-rounds.rb and calls `round` so often.
import fs from 'node:fs';
import { WASI } from 'node:wasi';

const [file, folder, rounds] = process.argv.slice(2);
const wasi = new WASI({ version: 'preview1', preopens: { '/rounds': folder } });
const module = await WebAssembly.compile(fs.readFileSync(file));

// All other functions that it wants give zeros.
const imports = { wasi_snapshot_preview1: wasi.wasiImport };
for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
  if (from !== 'wasi_snapshot_preview1' && kind === 'function') {
    (imports[from] ??= {})[name] = () => 0;
  }
}
const instance = await WebAssembly.instantiate(module, imports);
wasi.initialize(instance);
const ruby = instance.exports;

// CRuby frees the strings itself.
const string = text => {
  const bytes = Buffer.from(`${text}\0`);
  const address = ruby.cabi_realloc(0, 0, 1, bytes.length);
  new Uint8Array(ruby.memory.buffer).set(bytes, address);
  return [address, bytes.length];
};

const words = ['ruby', '-EUTF-8', '-e_=0'].flatMap(string);
const list = ruby.cabi_realloc(0, 0, 4, 4 * words.length);
new Uint32Array(ruby.memory.buffer).set(words, list / 4);
ruby['ruby-init: func(args: list<string>) -> ()'](list, words.length / 2);

const evaluate = text =>
  ruby['rb-eval-string-protect: func(str: string) -> tuple<handle<rb-abi-value>, s32>'](...string(text));
evaluate('$stdout.sync = true');
evaluate("load '/rounds/ruby-rounds.rb'");
for (let i = 0; i < rounds; i++) evaluate('round');
