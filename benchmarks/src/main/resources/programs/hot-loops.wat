;; Threads that never wait: loops over memory, calls, floating-point numbers.
(module
  (import "wasi" "thread-spawn" (func $spawn (param i32) (result i32)))
  (memory (export "memory") 16 16 shared)
  (func (export "wasi_thread_start") (param $id i32) (param $part i32)
    (call $work (local.get $part)))
  (func (export "run") (param $threads i32)
    (block $all
      (loop $next
        (br_if $all (i32.le_s (local.get $threads) (i32.const 1)))
        (drop (call $spawn (local.tee $threads (i32.sub (local.get $threads) (i32.const 1)))))
        (br $next)))
    (call $work (i32.const 0)))
  (func $work (param $part i32) (local $sum i32)
    (loop $for_ever
      (local.set $sum (i32.add (local.get $sum) (call $sweep (i32.shl (local.get $part) (i32.const 16)))))
      (local.set $sum (i32.xor (local.get $sum) (call $fib (i32.const 15))))
      (drop (call $sines (i32.const 10000)))
      (br $for_ever)))
  (func $sweep (param $from i32) (result i32) (local $i i32) (local $sum i32)
    (loop $l
      (local.set $sum
        (i32.add (local.get $sum) (i32.load (i32.add (local.get $from) (local.get $i)))))
      (i32.store (i32.add (local.get $from) (local.get $i)) (local.get $sum))
      (br_if $l (i32.lt_u
        (local.tee $i (i32.add (local.get $i) (i32.const 4)))
        (i32.const 0xfffc))))
    (local.get $sum))
  (func $fib (param i32) (result i32)
    (if (result i32) (i32.lt_u (local.get 0) (i32.const 2))
      (then (local.get 0))
      (else
        (i32.add
          (call $fib (i32.sub (local.get 0) (i32.const 1)))
          (call $fib (i32.sub (local.get 0) (i32.const 2)))))))
  (func $sines (param $n i32) (result f64) (local $x f64) (local $y f64)
    (local.set $y (f64.const 1))
    (loop $l
      (local.set $x (f64.add (local.get $x) (f64.mul (local.get $y) (f64.const 0.001))))
      (local.set $y (f64.sub (local.get $y) (f64.mul (local.get $x) (f64.const 0.001))))
      (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $x)))
