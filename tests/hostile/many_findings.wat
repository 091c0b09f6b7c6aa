;; Returns 2000 findings, each of 88 zeros, from 65536 on: result at 2048.
(data (i32.const 2052) "\00\00\01\00\d0\07\00\00")
(func (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (drop (memory.grow (i32.const 4)))
  (i32.const 2048))
