program grader;

uses solution;

var
  number: longint;

begin
  assign(input, 'next.inp');
  reset(input);
  assign(output, 'next.out');
  rewrite(output);
  readln(number);
  writeln(next_number(number));
  close(output);
end.
