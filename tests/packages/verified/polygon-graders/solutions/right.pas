unit solution;

interface

function next_number(number: longint): longint;

implementation

function next_number(number: longint): longint;
begin
  next_number := number + 1;
end;

end.
