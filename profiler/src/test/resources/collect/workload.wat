;; The program of the recording tests; workload.wasm is made from it with
;; wat2wasm --enable-tail-call --debug-names workload.wat
(module $workload
  (import "env" "log" (func $log (param i32)))
  (import "env" "back" (func $back (param i32) (result i32)))
  (memory (export "memory") 1 4)

  (func $leaf (export "leaf") (param $x i32) (result i32)
    (i32.add (local.get $x) (i32.const 1)))

  (func $fib (export "fib") (param $n i32) (result i32)
    (if (result i32) (i32.lt_s (local.get $n) (i32.const 2))
      (then (local.get $n))
      (else
        (i32.add
          (call $fib (i32.sub (local.get $n) (i32.const 1)))
          (call $fib (i32.sub (local.get $n) (i32.const 2)))))))

  (func $spin (export "spin") (param $n i32) (result i32)
    (local $sum i32)
    (loop $again
      (local.set $sum (i32.rotl (i32.add (local.get $sum) (local.get $n)) (i32.const 5)))
      (local.tee $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again))
    (local.get $sum))

  (func $light (param $n i32) (result i32)
    (call $spin (local.get $n)))

  (func $heavy (param $n i32) (result i32)
    (call $spin (i32.mul (local.get $n) (i32.const 9))))

  (func (export "mix") (param $n i32) (result i32)
    (i32.add (call $light (local.get $n)) (call $heavy (local.get $n))))

  (func $bounce (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 7))))
    (return_call $rebound (i32.sub (local.get $n) (i32.const 1))))

  (func $rebound (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 8))))
    (return_call $bounce (i32.sub (local.get $n) (i32.const 1))))

  (func (export "tail") (param $n i32) (result i32)
    (call $bounce (local.get $n)))

  (func (export "host") (param $n i32) (result i32)
    (call $log (local.get $n))
    (i32.add (call $back (local.get $n)) (call $leaf (local.get $n))))

  (func (export "grow") (result i32)
    (drop (memory.grow (i32.const 2)))
    (memory.grow (i32.const 9)))

  (func (export "fail") (param $n i32) (result i32)
    (i32.div_u (call $leaf (local.get $n)) (i32.const 0))))
