MOST = {{most}}
STEP = {{step}}
