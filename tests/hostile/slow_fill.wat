;; Fills 16 MiB again and again, which burns time rather than fuel.
(func $fill (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (drop (memory.grow (i32.const 256)))
  (loop $again
    (memory.fill (i32.const 65536) (i32.const 7) (i32.const 16777216))
    (br $again))
  (unreachable))
