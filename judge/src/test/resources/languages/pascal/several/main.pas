program Sums;
uses Adder;
var
  n, i: longint;
  value, total: int64;
begin
  read(n);
  total := 0;
  for i := 1 to n do
  begin
    read(value);
    total := Sum(total, value);
  end;
  writeln(total);
end.
