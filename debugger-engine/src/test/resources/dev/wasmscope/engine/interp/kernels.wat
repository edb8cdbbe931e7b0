;; Small loops, each of $n rounds, that show what the interpreter spends its time on.
(module
  (memory 4)
  (func (export "integers") (param $n i32) (local $s i32)
    (loop $again
      (local.set $s (i32.add (i32.xor (local.get $s) (local.get $n)) (i32.const 7)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func (export "floats") (param $n i32) (local $s f64)
    (loop $again
      (local.set $s (f64.add (f64.mul (local.get $s) (f64.const 0.5)) (f64.const 7)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func (export "memory") (param $n i32)
    (loop $again
      (i32.store (i32.const 64) (i32.add (i32.load (i32.const 64)) (local.get $n)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func $identity (param i32) (result i32) (local.get 0))
  (func (export "calls") (param $n i32) (local $s i32)
    (loop $again
      (local.set $s (call $identity (local.get $n)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (func (export "vectors") (param $n i32) (local $s v128)
    (loop $again
      (local.set $s (i32x4.add (local.get $s) (i32x4.splat (local.get $n))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n))))
  (type $cell (struct (field (mut i32))))
  (func (export "structures") (param $n i32) (local $s (ref null $cell))
    (loop $again
      (local.set $s (struct.new $cell (local.get $n)))
      (local.set $n (i32.sub (struct.get $cell 0 (local.get $s)) (i32.const 1)))
      (br_if $again (local.get $n)))))
