require "./sum.pl";
print total();
