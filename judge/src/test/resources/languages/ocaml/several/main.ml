let () =
  let n = Scanf.scanf " %d" (fun n -> n) in
  let total = ref 0 in
  for _ = 1 to n do
    total := Adder.sum !total (Scanf.scanf " %d" (fun value -> value))
  done;
  Printf.printf "%d\n" !total
