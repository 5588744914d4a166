package Adder;

sub add { my $sum = 0; $sum += $_ for @_; return $sum; }

1;
