;; A try around a call that never throws, n times.
(module
  (tag $never (param i32))

  (func (export "elsewhere"))

  (func $step (param $x i32) (result i32)
    (if (i32.eq (local.get $x) (i32.const -1)) (then (throw $never (local.get $x))))
    (i32.xor (i32.mul (local.get $x) (i32.const 31)) (i32.shr_u (local.get $x) (i32.const 3))))

  (func (export "run") (param $n i32) (result i32)
    (local $sum i32)
    (loop $more
      (local.set $sum
        (i32.add
          (local.get $sum)
          (block $caught (result i32)
            (try_table (result i32) (catch $never $caught) (call $step (local.get $n))))))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
