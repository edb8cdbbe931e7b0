;; The areas of 1,024 shapes of three classes, by casts and by a method of each, n times.
(module
  (rec
    (type $area (func (param (ref $shape)) (result i32)))
    (type $shape (sub (struct (field $method (ref $area))))))
  (type $square (sub final $shape (struct (field $method (ref $area)) (field $side i32))))
  (type $box (sub $shape (struct (field $method (ref $area)) (field $width i32) (field $height i32))))
  (type $solid
    (sub final $box
      (struct (field $method (ref $area)) (field $width i32) (field $height i32) (field $depth i32))))
  (type $shapes (array (mut (ref null $shape))))

  (elem declare func $square_area $box_area $solid_area)

  (func (export "elsewhere"))

  (func $square_area (type $area)
    (local $s (ref null $square))
    (local.set $s (ref.cast (ref $square) (local.get 0)))
    (i32.mul (struct.get $square $side (local.get $s)) (struct.get $square $side (local.get $s))))

  (func $box_area (type $area)
    (local $b (ref null $box))
    (local.set $b (ref.cast (ref $box) (local.get 0)))
    (i32.mul (struct.get $box $width (local.get $b)) (struct.get $box $height (local.get $b))))

  (func $solid_area (type $area)
    (local $s (ref null $solid))
    (local.set $s (ref.cast (ref $solid) (local.get 0)))
    (i32.mul
      (struct.get $solid $depth (local.get $s))
      (i32.add (struct.get $solid $width (local.get $s)) (struct.get $solid $height (local.get $s)))))

  (func $shape (param $i i32) (result (ref $shape))
    (block $solid
      (block $box
        (block $square
          (br_table $square $box $solid $box (i32.rem_u (i32.mul (local.get $i) (i32.const 7)) (i32.const 4))))
        (return (struct.new $square (ref.func $square_area) (local.get $i))))
      (return (struct.new $box (ref.func $box_area) (local.get $i) (i32.const 3))))
    (struct.new $solid (ref.func $solid_area) (local.get $i) (i32.const 2) (i32.const 5)))

  ;; Which class it is, found by asking.
  (func $class (param $shape (ref $shape)) (result i32)
    (if (ref.test (ref $square) (local.get $shape)) (then (return (i32.const 1))))
    (drop
      (block $other (result (ref $shape))
        (return
          (struct.get $solid $depth
            (br_on_cast_fail $other (ref $shape) (ref $solid) (local.get $shape))))))
    (i32.const 2))

  (func (export "run") (param $n i32) (result i32)
    (local $all (ref null $shapes))
    (local $shape (ref null $shape))
    (local $i i32)
    (local $sum i32)
    (local.set $all (array.new_default $shapes (i32.const 1024)))
    (loop $more
      (array.set $shapes (local.get $all) (local.get $i) (call $shape (local.get $i)))
      (br_if $more
        (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1024))))
    (loop $round
      (local.set $i (i32.const 0))
      (loop $more
        (local.set $shape (array.get $shapes (local.get $all) (local.get $i)))
        (local.set $sum
          (i32.add
            (i32.mul (local.get $sum) (i32.const 31))
            (i32.mul
              (call $class (ref.as_non_null (local.get $shape)))
              (call_ref $area
                (ref.as_non_null (local.get $shape))
                (struct.get $shape $method (local.get $shape))))))
        (br_if $more
          (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1024))))
      (br_if $round (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
