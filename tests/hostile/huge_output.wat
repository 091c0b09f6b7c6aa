;; Returns one finding whose code is 32 MiB long: result at 2048, finding at 2080.
(data (i32.const 2052) "\20\08\00\00\01\00\00\00")
(data (i32.const 2080) "\00\00\01\00\00\00\00\02")
(func (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (drop (memory.grow (i32.const 512)))
  (i32.const 2048))
