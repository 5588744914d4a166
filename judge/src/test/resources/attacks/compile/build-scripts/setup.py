open("/tmp/ran", "w")
