program solve;

uses adder;

var
  count, number, sum, i: longint;

begin
  read(count);
  sum := 0;
  for i := 1 to count do
  begin
    read(number);
    sum := Add(sum, number);
  end;
  writeln(sum);
end.
