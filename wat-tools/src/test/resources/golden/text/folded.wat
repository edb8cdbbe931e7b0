;; RUN: print --folded
(module
  (func $collatz (param $n i32) (result i32) (local $steps i32)
    loop $next
      local.get $n
      i32.const 1
      i32.gt_u
      if
        local.get $n
        local.get $n
        i32.const 1
        i32.and
        if (param i32) (result i32)
          i32.const 3
          i32.mul
          i32.const 1
          i32.add
        else
          i32.const 1
          i32.shr_u
        end
        local.set $n
        local.get $steps
        i32.const 1
        i32.add
        local.set $steps
        br $next
      end
    end
    local.get $steps))
