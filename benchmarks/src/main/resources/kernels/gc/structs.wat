;; Moves 1,024 particles that are structs in an array, n times.
(module
  (type $particle (struct (field $x (mut f64)) (field $v (mut f64)) (field $hits (mut i32))))
  (type $particles (array (mut (ref null $particle))))

  (func (export "elsewhere"))

  (func $build (param $size i32) (result (ref $particles))
    (local $all (ref null $particles))
    (local $i i32)
    (local.set $all (array.new_default $particles (local.get $size)))
    (loop $more
      (array.set $particles (local.get $all) (local.get $i)
        (struct.new $particle
          (f64.convert_i32_s (i32.rem_u (local.get $i) (i32.const 17)))
          (f64.convert_i32_s (i32.rem_u (local.get $i) (i32.const 5)))
          (i32.const 0)))
      (br_if $more
        (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $size))))
    (ref.as_non_null (local.get $all)))

  (func $move (param $p (ref null $particle))
    (struct.set $particle $x (local.get $p)
      (f64.add
        (struct.get $particle $x (local.get $p))
        (f64.mul (struct.get $particle $v (local.get $p)) (f64.const 0.125))))
    (if (f64.gt (struct.get $particle $x (local.get $p)) (f64.const 16))
      (then
        (struct.set $particle $x (local.get $p) (f64.const 0))
        (struct.set $particle $hits (local.get $p)
          (i32.add (struct.get $particle $hits (local.get $p)) (i32.const 1))))))

  (func (export "run") (param $n i32) (result i32)
    (local $all (ref null $particles))
    (local $i i32)
    (local $hits i32)
    (local.set $all (call $build (i32.const 1024)))
    (loop $round
      (local.set $i (i32.const 0))
      (loop $more
        (call $move (array.get $particles (local.get $all) (local.get $i)))
        (br_if $more
          (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (array.len (local.get $all)))))
      (br_if $round (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.set $i (i32.const 0))
    (loop $more
      (local.set $hits
        (i32.add
          (i32.mul (local.get $hits) (i32.const 3))
          (struct.get $particle $hits (array.get $particles (local.get $all) (local.get $i)))))
      (br_if $more
        (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (array.len (local.get $all)))))
    (local.get $hits)))
