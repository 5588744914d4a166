unit Adder;
interface
function Sum(a, b: int64): int64;
implementation
function Sum(a, b: int64): int64;
begin
  Sum := a + b;
end;
end.
