;; Returns one finding whose message holds a number with 200 digits behind the point: result at 2048, finding at 2080,
;; named value at 2200.
(data (i32.const 2052) "\20\08\00\00\01\00\00\00")
(data (i32.const 2080)
  "\00\00\00\00\00\00\00\00" "\00\00\00\00" "\00\00\00\00\00\00\00\00"
  "\00\00\00\00\00\00\00\00" "\98\08\00\00\01\00\00\00")
(data (i32.const 2200)
  "\00\00\00\00\00\00\00\00"          ;; name
  "\01\00\00\00\00\00\00\00"          ;; the case `number`
  "\01\00\00\00\00\00\00\00\c8")      ;; units 1, scale 200
(func (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (i32.const 2048))
