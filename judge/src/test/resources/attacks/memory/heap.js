// attack: buffers outside of the script's heap; expect: RTE MLE TLE
const all = [];
for (;;) all.push(Buffer.alloc(8 << 20, 1));
