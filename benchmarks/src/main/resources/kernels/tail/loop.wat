;; A loop of n steps that is a function calling itself last.
(module
  (func (export "elsewhere"))

  (func $step (param $n i32) (param $x i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (local.get $x))))
    (return_call $step
      (i32.sub (local.get $n) (i32.const 1))
      (i32.add (i32.mul (local.get $x) (i32.const 31)) (local.get $n))))

  (func (export "run") (param $n i32) (result i32)
    (call $step (local.get $n) (i32.const 1))))
