// attack: writes without end from an event loop; expect: OLE RTE TLE MLE
function write() { process.stdout.write("x".repeat(65536), write); }
write();
