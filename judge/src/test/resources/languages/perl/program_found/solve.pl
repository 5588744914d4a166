use Adder;

<STDIN>;
print Adder::add(split " ", <STDIN>), "\n";
