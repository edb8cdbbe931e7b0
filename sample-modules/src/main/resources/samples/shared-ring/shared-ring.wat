;; Shared memory: a ring buffer for one writer and one reader.
;;
;; $put and $take may run in different threads: each index is written by one side only, and the
;; atomic store of the index publishes the byte before it. The ring starts at address 16.
(module
  (memory (export "memory") 1 1 shared)

  (global $head i32 (i32.const 0)) ;; how many bytes were put so far
  (global $tail i32 (i32.const 4)) ;; how many bytes were taken so far
  (global $ring i32 (i32.const 16))
  (global $capacity i32 (i32.const 16)) ;; a power of two

  ;; What $send puts in.
  (data $greeting "Hello from the other side")

  (func $slot (param $index i32) (result i32)
    (i32.add
      (global.get $ring)
      (i32.and (local.get $index) (i32.sub (global.get $capacity) (i32.const 1)))))

  ;; How many bytes wait to be taken.
  (func $waiting (export "waiting") (result i32)
    (i32.sub
      (i32.atomic.load (global.get $head))
      (i32.atomic.load (global.get $tail))))

  ;; Puts one byte: 1, or 0 when the ring is full.
  (func $put (export "put") (param $byte i32) (result i32)
    (local $index i32)
    (if (i32.ge_u (call $waiting) (global.get $capacity))
      (then (return (i32.const 0))))
    (local.set $index (i32.atomic.load (global.get $head)))
    (i32.store8 (call $slot (local.get $index)) (local.get $byte))
    (i32.atomic.store (global.get $head) (i32.add (local.get $index) (i32.const 1)))
    (i32.const 1))

  ;; Takes one byte, or -1 when the ring is empty.
  (func $take (export "take") (result i32)
    (local $index i32)
    (local $byte i32)
    (if (i32.eqz (call $waiting)) (then (return (i32.const -1))))
    (local.set $index (i32.atomic.load (global.get $tail)))
    (local.set $byte (i32.load8_u (call $slot (local.get $index))))
    (i32.atomic.store (global.get $tail) (i32.add (local.get $index) (i32.const 1)))
    (local.get $byte))

  ;; Sends the greeting from byte $from on, as much as fits. Returns where to go on.
  (func $send (export "send") (param $from i32) (result i32)
    ;; The text is brought to 0x100 first: a passive segment has no address of its own.
    (memory.init $greeting (i32.const 0x100) (i32.const 0) (i32.const 25))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $from) (i32.const 25)))
        (br_if $done
          (i32.eqz (call $put (i32.load8_u offset=0x100 (local.get $from)))))
        (local.set $from (i32.add (local.get $from) (i32.const 1)))
        (br $next)))
    (local.get $from))

  ;; Takes everything and writes it to $to. Returns the address behind the last byte.
  (func $receive (export "receive") (param $to i32) (result i32)
    (local $byte i32)
    (block $done
      (loop $next
        (br_if $done (i32.lt_s (local.tee $byte (call $take)) (i32.const 0)))
        (i32.store8 (local.get $to) (local.get $byte))
        (local.set $to (i32.add (local.get $to) (i32.const 1)))
        (br $next)))
    (local.get $to))

  ;; Sends the whole greeting through the small ring to 0x200. Returns its length.
  (func $run (export "run") (result i32)
    (local $sent i32)
    (local $to i32)
    (local.set $to (i32.const 0x200))
    (loop $next
      (local.set $sent (call $send (local.get $sent)))
      (local.set $to (call $receive (local.get $to)))
      (br_if $next (i32.lt_u (local.get $sent) (i32.const 25))))
    (i32.sub (local.get $to) (i32.const 0x200))))
