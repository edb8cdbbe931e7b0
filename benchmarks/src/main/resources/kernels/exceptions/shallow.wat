;; Throws from a function that was just called, and catches; n times.
(module
  (tag $odd (param i32))

  (func (export "elsewhere"))

  (func $half (param $x i32) (result i32)
    (if (i32.and (local.get $x) (i32.const 1)) (then (throw $odd (local.get $x))))
    (i32.shr_u (local.get $x) (i32.const 1)))

  (func (export "run") (param $n i32) (result i32)
    (local $sum i32)
    (loop $more
      (local.set $sum
        (i32.add
          (local.get $sum)
          (block $caught (result i32)
            (try_table (result i32) (catch $odd $caught) (call $half (local.get $n))))))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
