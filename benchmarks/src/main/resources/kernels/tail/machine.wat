;; A machine of four states that hand over to each other through a table, n steps.
(module
  (type $state (func (param i32 i32) (result i32)))
  (table funcref (elem $a $b $c $d))

  (func (export "elsewhere"))

  (func $next (param $n i32) (param $x i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (local.get $x))))
    (return_call_indirect (type $state)
      (i32.sub (local.get $n) (i32.const 1))
      (local.get $x)
      (i32.and (i32.shr_u (local.get $x) (i32.const 5)) (i32.const 3))))

  (func $a (type $state)
    (return_call $next (local.get 0) (i32.add (i32.mul (local.get 1) (i32.const 5)) (i32.const 1))))

  (func $b (type $state)
    (return_call $next (local.get 0) (i32.xor (local.get 1) (i32.shl (local.get 1) (i32.const 7)))))

  (func $c (type $state)
    (return_call $next (local.get 0) (i32.rotl (i32.add (local.get 1) (i32.const 99)) (i32.const 3))))

  (func $d (type $state)
    (return_call $next (local.get 0) (i32.sub (local.get 1) (local.get 0))))

  (func (export "run") (param $n i32) (result i32)
    (return_call $next (local.get $n) (i32.const 7))))
