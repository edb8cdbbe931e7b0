;; Tail calls: a million calls deep without a growing stack.
;;
;; Step into $even: return_call replaces the frame instead of adding one, the call stack never
;; has more than one entry. $scan is a state machine whose states are functions.
(module
  (memory (export "memory") 1)
  (data (i32.const 0) "let x1 = 20 + y; let zz = x1\00")

  (global $words (mut i32) (i32.const 0))
  (global $numbers (mut i32) (i32.const 0))

  (type $state (func (param i32) (result i32)))
  (table $states funcref (elem $between $in_word $in_number $end))

  (func $even (export "even") (param $n i64) (result i32)
    (if (i64.eqz (local.get $n)) (then (return (i32.const 1))))
    (return_call $odd (i64.sub (local.get $n) (i64.const 1))))

  (func $odd (export "odd") (param $n i64) (result i32)
    (if (i64.eqz (local.get $n)) (then (return (i32.const 0))))
    (return_call $even (i64.sub (local.get $n) (i64.const 1))))

  ;; Which state the character at $at belongs to: an index into $states.
  (func $classify (param $at i32) (result i32)
    (local $c i32)
    (local.set $c (i32.load8_u (local.get $at)))
    (if (i32.eqz (local.get $c)) (then (return (i32.const 3))))
    (if (i32.lt_u (i32.sub (local.get $c) (i32.const 97)) (i32.const 26)) ;; 'a' … 'z'
      (then (return (i32.const 1))))
    (if (i32.lt_u (i32.sub (local.get $c) (i32.const 48)) (i32.const 10)) ;; '0' … '9'
      (then (return (i32.const 2))))
    (i32.const 0))

  (func $between (type $state) (param $at i32) (result i32)
    (local $class i32)
    (local.set $class (call $classify (local.get $at)))
    (if (i32.eq (local.get $class) (i32.const 1))
      (then (global.set $words (i32.add (global.get $words) (i32.const 1)))))
    (if (i32.eq (local.get $class) (i32.const 2))
      (then (global.set $numbers (i32.add (global.get $numbers) (i32.const 1)))))
    (return_call_indirect $states (type $state)
      (i32.add (local.get $at) (i32.const 1))
      (local.get $class)))

  ;; A word goes on over letters and digits.
  (func $in_word (type $state) (param $at i32) (result i32)
    (local $class i32)
    (local.set $class (call $classify (local.get $at)))
    (if (i32.eq (local.get $class) (i32.const 2)) (then (local.set $class (i32.const 1))))
    (return_call_indirect $states (type $state)
      (i32.add (local.get $at) (i32.const 1))
      (local.get $class)))

  (func $in_number (type $state) (param $at i32) (result i32)
    (return_call_indirect $states (type $state)
      (i32.add (local.get $at) (i32.const 1))
      (call $classify (local.get $at))))

  (func $end (type $state) (param $at i32) (result i32)
    (i32.sub (local.get $at) (i32.const 1)))

  ;; Counts the words and the numbers of the text at address 0. Returns words, numbers and the
  ;; length of the text.
  (func $scan (export "scan") (result i32 i32 i32)
    (local $length i32)
    (global.set $words (i32.const 0))
    (global.set $numbers (i32.const 0))
    (local.set $length (call $between (i32.const 0)))
    (global.get $words)
    (global.get $numbers)
    (local.get $length)))
