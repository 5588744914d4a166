use strict;
use warnings;
use Adder;

my $n = <STDIN>;
my $line = <STDIN>;
print Adder::total(split ' ', $line), "\n";
