;; Throws through 50 frames, n times.
(module
  (tag $bottom (param i32))

  (func (export "elsewhere"))

  (func $dive (param $depth i32) (param $value i32) (result i32)
    (if (i32.eqz (local.get $depth)) (then (throw $bottom (local.get $value))))
    (i32.add
      (i32.const 1)
      (call $dive (i32.sub (local.get $depth) (i32.const 1)) (i32.add (local.get $value) (local.get $depth)))))

  (func (export "run") (param $n i32) (result i32)
    (local $sum i32)
    (loop $more
      (local.set $sum
        (i32.add
          (local.get $sum)
          (block $caught (result i32)
            (try_table (result i32) (catch $bottom $caught) (call $dive (i32.const 50) (local.get $n))))))
      (br_if $more (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
