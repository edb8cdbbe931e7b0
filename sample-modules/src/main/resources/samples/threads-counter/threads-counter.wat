;; Threads (wasi-threads): workers that count together in a shared memory.
;;
;; $run starts $workers threads; each one adds to one counter $rounds times, and the last one
;; wakes the main thread, which slept in memory.atomic.wait32. The threads view shows who runs
;; and who waits at which address.
(module
  (import "env" "memory" (memory $shared 1 2 shared))
  ;; The host starts a thread that calls wasi_thread_start; returns its number, or a negative
  ;; number when it cannot.
  (import "wasi" "thread-spawn" (func $spawn (param $argument i32) (result i32)))

  (export "memory" (memory $shared))

  (global $counter i32 (i32.const 0)) ;; what all count
  (global $finished i32 (i32.const 4)) ;; how many workers are done
  (global $expected i32 (i32.const 8)) ;; how many workers there are
  (global $rounds i32 (i32.const 12)) ;; how often each one counts
  (global $seen i32 (i32.const 64)) ;; per worker: its thread number

  ;; What a worker does: $argument is its index.
  (func $work (param $thread i32) (param $argument i32)
    (local $left i32)
    (i32.store
      (i32.add (global.get $seen) (i32.shl (local.get $argument) (i32.const 2)))
      (local.get $thread))
    (local.set $left (i32.load (global.get $rounds)))
    (loop $count
      (drop (i32.atomic.rmw.add (global.get $counter) (i32.const 1)))
      (br_if $count (local.tee $left (i32.sub (local.get $left) (i32.const 1))))))

  (func $start (export "wasi_thread_start") (param $thread i32) (param $argument i32)
    (call $work (local.get $thread) (local.get $argument))
    (drop (i32.atomic.rmw.add (global.get $finished) (i32.const 1)))
    (drop (memory.atomic.notify (global.get $finished) (i32.const -1))))

  ;; Sleeps until $finished has reached $expected.
  (func $join
    (local $done i32)
    (block $all
      (loop $again
        (local.set $done (i32.atomic.load (global.get $finished)))
        (br_if $all (i32.eq (local.get $done) (i32.load (global.get $expected))))
        ;; Returns at once when the value is no longer $done: no wake-up is lost.
        (drop
          (memory.atomic.wait32
            (global.get $finished) (local.get $done) (i64.const -1)))
        (br $again))))

  ;; Returns the counter: always $workers × $rounds, because the addition is atomic.
  (func $run (export "run") (param $workers i32) (param $rounds i32) (result i32)
    (local $i i32)
    (i32.atomic.store (global.get $counter) (i32.const 0))
    (i32.atomic.store (global.get $finished) (i32.const 0))
    (i32.store (global.get $expected) (local.get $workers))
    (i32.store (global.get $rounds) (local.get $rounds))
    (loop $next
      (if (i32.lt_s (call $spawn (local.get $i)) (i32.const 0))
        (then (unreachable)))
      (br_if $next
        (i32.lt_u
          (local.tee $i (i32.add (local.get $i) (i32.const 1)))
          (local.get $workers))))
    (call $join)
    (i32.atomic.load (global.get $counter))))
