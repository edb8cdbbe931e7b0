;; SIMD: an RGBA picture turns grey, four pixels at a time.
;;
;; Stop in the loop of $greyscale and show the v128 locals as u8x16 (sixteen colour values) and
;; as i16x8. The picture of 16 × 16 pixels starts at address 0, the grey one at 0x400.
(module
  (memory (export "memory") 1)

  (global $grey i32 (i32.const 0x400))
  (global $bytes i32 (i32.const 0x400)) ;; 16 × 16 pixels of 4 bytes

  ;; Paints a picture: red grows to the right, green downwards, blue along the diagonal.
  (func $paint (export "paint")
    (local $at i32)
    (local $x i32)
    (local $y i32)
    (loop $pixel
      (local.set $x (i32.and (i32.shr_u (local.get $at) (i32.const 2)) (i32.const 15)))
      (local.set $y (i32.shr_u (local.get $at) (i32.const 6)))
      (i32.store8 offset=0 (local.get $at) (i32.mul (local.get $x) (i32.const 16)))
      (i32.store8 offset=1 (local.get $at) (i32.mul (local.get $y) (i32.const 16)))
      (i32.store8 offset=2 (local.get $at)
        (i32.mul (i32.add (local.get $x) (local.get $y)) (i32.const 8)))
      (i32.store8 offset=3 (local.get $at) (i32.const 255))
      (br_if $pixel
        (i32.lt_u
          (local.tee $at (i32.add (local.get $at) (i32.const 4)))
          (global.get $bytes)))))

  ;; The grey value of four pixels as i32x4: (77 R + 150 G + 29 B) / 256.
  (func $luma (param $pixels v128) (result v128)
    (i32x4.shr_u
      (i32x4.add
        (i32x4.add
          (i32x4.mul
            (v128.and (local.get $pixels) (v128.const i32x4 255 255 255 255))
            (v128.const i32x4 77 77 77 77))
          (i32x4.mul
            (v128.and
              (i32x4.shr_u (local.get $pixels) (i32.const 8))
              (v128.const i32x4 255 255 255 255))
            (v128.const i32x4 150 150 150 150)))
        (i32x4.mul
          (v128.and
            (i32x4.shr_u (local.get $pixels) (i32.const 16))
            (v128.const i32x4 255 255 255 255))
          (v128.const i32x4 29 29 29 29)))
      (i32.const 8)))

  ;; Writes the grey picture, every value to red, green and blue; the last byte stays opaque.
  (func $greyscale (export "greyscale")
    (local $at i32)
    (local $pixels v128)
    (local $grey4 v128)
    (loop $four
      (local.set $pixels (v128.load (local.get $at)))
      (local.set $grey4 (call $luma (local.get $pixels)))
      (v128.store offset=0x400 (local.get $at)
        (v128.or
          (i8x16.swizzle
            (local.get $grey4)
            ;; byte 0 of each lane three times; an index of 128 gives zero
            (v128.const i8x16 0 0 0 128 4 4 4 128 8 8 8 128 12 12 12 128))
          (v128.and
            (local.get $pixels)
            (v128.const i32x4 0xff000000 0xff000000 0xff000000 0xff000000))))
      (br_if $four
        (i32.lt_u
          (local.tee $at (i32.add (local.get $at) (i32.const 16)))
          (global.get $bytes)))))

  ;; The sum of the products of sixteen pairs of signed bytes.
  (func $dot (export "dot") (param $a v128) (param $b v128) (result i32)
    (local $sums v128)
    (local.set $sums
      (i32x4.add
        (i32x4.dot_i16x8_s
          (i16x8.extend_low_i8x16_s (local.get $a))
          (i16x8.extend_low_i8x16_s (local.get $b)))
        (i32x4.dot_i16x8_s
          (i16x8.extend_high_i8x16_s (local.get $a))
          (i16x8.extend_high_i8x16_s (local.get $b)))))
    (i32.add
      (i32.add
        (i32x4.extract_lane 0 (local.get $sums))
        (i32x4.extract_lane 1 (local.get $sums)))
      (i32.add
        (i32x4.extract_lane 2 (local.get $sums))
        (i32x4.extract_lane 3 (local.get $sums)))))

  ;; 1 … 16 times 1 … 16.
  (func $squares (export "squares") (result i32)
    (call $dot
      (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)
      (v128.const i8x16 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)))

  ;; Paints, converts, and returns the grey value in the middle of the picture.
  (func $run (export "run") (result i32)
    (call $paint)
    (call $greyscale)
    ;; pixel (8, 8)
    (i32.load8_u (i32.add (global.get $grey) (i32.const 544)))))
