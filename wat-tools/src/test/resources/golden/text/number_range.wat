;; RUN: check
(module
  (func (drop (i32.const 0x1_0000_0000)) (drop (f32.const 1e39)) (drop (f32.const nan:0x0)))
  (func (drop (i8x16.extract_lane_s 256 (v128.const i8x16 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0))))
  (func (call 0x1_0000_0000))
  (memory i64 0x1_0000_0000_0000_0000))
