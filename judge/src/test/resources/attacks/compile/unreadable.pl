# attack: makes what its compiler says unreadable for the judge; expect: AC
BEGIN {
    chmod 0, *STDOUT;
    chmod 0, *STDERR;
}
print "safe\n";
