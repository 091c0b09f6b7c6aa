;; Returns one finding, of code "found", that cites claim 999999. The sandbox passes it on as it is; the host's judge,
;; which knows the event, must refuse it. Result at 2048, finding at 2080, claim ids at 2200.
(data (i32.const 48) "found")
(data (i32.const 64) "message")
(data (i32.const 2052) "\20\08\00\00\01\00\00\00")
(data (i32.const 2080)
  "\30\00\00\00\05\00\00\00"  ;; code
  "\00\00\00\00"              ;; verdict: contradiction
  "\98\08\00\00\01\00\00\00"  ;; claims
  "\40\00\00\00\07\00\00\00") ;; message: key, then no values
(data (i32.const 2200) "\3f\42\0f\00")
(func (export "rashomon:rule/plugin@0.2.0#check") (param i32) (result i32)
  (i32.const 2048))
