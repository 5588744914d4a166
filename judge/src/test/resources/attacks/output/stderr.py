# attack: complaints without end; expect: OLE RTE
import sys
while True:
    sys.stderr.write("x" * 65536)
