package Adder;
use strict;
use warnings;

sub total {
    my $total = 0;
    $total += $_ for @_;
    return $total;
}
1;
