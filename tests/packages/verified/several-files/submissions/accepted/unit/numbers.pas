unit numbers;
interface
function next(n: longint): longint;
implementation
function next(n: longint): longint;
begin
  next := n + 1;
end;
end.
