(module
  (memory (export "memory") 1)
  (global $count (mut i32) (i32.const 0))
  (func $add (param $by i32)
    (global.set $count (i32.add (global.get $count) (local.get $by))))
  (func (export "main") (result i32)
    (local $i i32)
    nop
    (call $add (i32.const 1))
    (i32.store (i32.const 0x402) (i32.const 7))
    (call $add (i32.const 2))
    (drop (memory.grow (i32.const 1)))
    (global.get $count)))
