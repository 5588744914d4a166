// Writes .br, .gz and (where Node can) .zst beside every text asset, so that the server never compresses a file twice.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import zlib from 'node:zlib';

const folder = process.argv[2];
if (!folder) throw new Error('usage: precompress.js FOLDER');

const compressible = /\.(js|css|html|svg|json|txt)$/;
// A page consists of many little files.
const smallest = 256;

const encoders = {
  '.br': (bytes) =>
    zlib.brotliCompressSync(bytes, {
      params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  '.gz': (bytes) => zlib.gzipSync(bytes, { level: 9 }),
  // Node gained zstd in 22.15; on older versions the two others serve every browser.
  ...(zlib.zstdCompressSync && { '.zst': (bytes) => zlib.zstdCompressSync(bytes) }),
};

let written = 0;
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !compressible.test(entry.name)) continue;
  const path = join(entry.parentPath ?? entry.path, entry.name);
  const bytes = readFileSync(path);
  if (bytes.length < smallest) continue;
  for (const [suffix, encode] of Object.entries(encoders)) {
    const compressed = encode(bytes);
    if (compressed.length < bytes.length) {
      writeFileSync(path + suffix, compressed);
      written += 1;
    }
  }
}
console.log(`precompressed: ${written} files (${Object.keys(encoders).join(' ')})`);
