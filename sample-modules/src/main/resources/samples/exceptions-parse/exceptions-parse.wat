;; Exceptions: parsing numbers, with an exception for what is no number.
;;
;; $number throws from two calls deep; $sum catches one kind and goes on with the next line,
;; $strict lets everything through. An uncaught exception stops the debugger at its throw.
(module
  (memory (export "memory") 1)

  ;; A character that does not belong in a number: the character and where it stands.
  (tag $bad_digit (param i32 i32))
  ;; The number does not fit into 31 bits.
  (tag $too_large (export "too_large"))

  ;; Lines, each ended by a line feed, and a zero byte behind the last one.
  (data (i32.const 0) "12\0a" "30x\0a" "400\0a" "99999999999\0a" "8\0a" "\00")

  ;; The value of one digit.
  (func $digit (param $at i32) (result i32)
    (local $value i32)
    (local.set $value (i32.sub (i32.load8_u (local.get $at)) (i32.const 48)))
    (if (i32.ge_u (local.get $value) (i32.const 10))
      (then
        (throw $bad_digit (i32.load8_u (local.get $at)) (local.get $at))))
    (local.get $value))

  ;; The number that starts at $at and ends before a line feed.
  (func $number (param $at i32) (result i32)
    (local $value i32)
    (loop $next
      (if (i32.gt_u (local.get $value) (i32.const 214748363)) (then (throw $too_large)))
      (local.set $value
        (i32.add (i32.mul (local.get $value) (i32.const 10)) (call $digit (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $next (i32.ne (i32.load8_u (local.get $at)) (i32.const 10))))
    (local.get $value))

  ;; The address of the line behind the one at $at.
  (func $skip_line (param $at i32) (result i32)
    (loop $next
      (local.set $at (i32.add (local.get $at) (i32.const 1)))
      (br_if $next (i32.ne (i32.load8_u (i32.sub (local.get $at) (i32.const 1))) (i32.const 10))))
    (local.get $at))

  ;; Adds up all lines that are numbers. Returns the sum, how many lines had a bad digit, how
  ;; many were too large, and the last bad character.
  (func $sum (export "sum") (result i32 i32 i32 i32)
    (local $at i32)
    (local $sum i32)
    (local $bad i32)
    (local $large i32)
    (local $character i32)
    (block $end
      (loop $line
        (br_if $end (i32.eqz (i32.load8_u (local.get $at))))
        (block $done
          (block $on_large
            (block $on_bad (result i32 i32)
              (try_table (catch $bad_digit $on_bad) (catch $too_large $on_large)
                (local.set $sum (i32.add (local.get $sum) (call $number (local.get $at))))
                (br $done))
              (unreachable))
            ;; the exception's two values: the character below, its place on top
            drop
            local.set $character
            (local.set $bad (i32.add (local.get $bad) (i32.const 1)))
            (br $done))
          (local.set $large (i32.add (local.get $large) (i32.const 1))))
        (local.set $at (call $skip_line (local.get $at)))
        (br $line)))
    (local.get $sum)
    (local.get $bad)
    (local.get $large)
    (local.get $character))

  ;; The number at $at; whatever was thrown goes on to the caller, after it has been counted.
  (global $failures (export "failures") (mut i32) (i32.const 0))
  (func $strict (export "strict") (param $at i32) (result i32)
    (block $failed (result exnref)
      (try_table (result i32) (catch_all_ref $failed)
        (call $number (local.get $at)))
      (return))
    (global.set $failures (i32.add (global.get $failures) (i32.const 1)))
    (throw_ref)))
