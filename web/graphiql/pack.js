// Compresses what Vite built and writes down what it was built from:
//
//   node pack.js <built> <target>
//
// The target gets each file as <name>.gz and a manifest.json with the SHA-256 of every source and of every file before
// compression. A Go test compares the sources with it; verify.sh compares a fresh build.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const sources = ['index.html', 'pack.js', 'package-lock.json', 'package.json', 'src', 'vite.config.js'];

function filesBelow(folder, name = '') {
  const path = join(folder, name);
  if (statSync(path).isFile()) {
    return [name];
  }
  return readdirSync(path)
    .sort()
    .flatMap((child) => filesBelow(folder, name ? `${name}/${child}` : child));
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}

function compress(content) {
  const packed = gzipSync(content, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  packed[9] = 255; // The byte that tells the operating system: the same everywhere.
  return packed;
}

const [built, target] = process.argv.slice(2);
if (!built || !target) {
  throw new Error('usage: node pack.js <built> <target>');
}
rmSync(target, { recursive: true, force: true });

const manifest = { sources: {}, files: {} };
for (const name of sources.flatMap((source) => filesBelow('.', source))) {
  manifest.sources[name] = digest(readFileSync(name));
}
const size = { raw: 0, packed: 0 };
for (const name of filesBelow(built)) {
  const content = readFileSync(join(built, name));
  const packed = compress(content);
  const path = join(target, `${name}.gz`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, packed);
  manifest.files[name] = { sha256: digest(content), bytes: content.length };
  size.raw += content.length;
  size.packed += packed.length;
}
writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
console.log(`${Object.keys(manifest.files).length} files, ${size.raw} bytes, ${size.packed} bytes compressed`);
