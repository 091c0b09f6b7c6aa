;; What every hostile guest shares: a memory, a bump allocator for what the host hands in, and a `describe` that
;; names the plugin "hostile" 0.0.1. A guest's own text stands before it, in one module; imports come first.
(memory (export "memory") 1)
(global $next (mut i32) (i32.const 8192))
(data (i32.const 16) "hostile")
(data (i32.const 32) "0.0.1")
;; metadata: id, version, summary, manual as pointer and length, then four empty lists
(data (i32.const 1024)
  "\10\00\00\00\07\00\00\00" "\20\00\00\00\05\00\00\00"
  "\10\00\00\00\07\00\00\00" "\10\00\00\00\07\00\00\00")
(func (export "rashomon:rule/plugin@0.2.0#describe") (result i32)
  (i32.const 1024))
(func (export "cabi_realloc") (param $old i32) (param $old_size i32) (param $align i32) (param $size i32) (result i32)
  (local $at i32)
  (local.set $at
    (i32.and
      (i32.add (global.get $next) (i32.sub (local.get $align) (i32.const 1)))
      (i32.sub (i32.const 0) (local.get $align))))
  (global.set $next (i32.add (local.get $at) (local.get $size)))
  (if (i32.gt_u (global.get $next) (i32.mul (memory.size) (i32.const 65536)))
    (then
      (drop (memory.grow (i32.add (i32.shr_u (local.get $size) (i32.const 16)) (i32.const 1))))))
  (local.get $at))
