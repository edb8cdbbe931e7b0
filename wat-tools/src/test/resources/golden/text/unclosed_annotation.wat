;; RUN: check
(module (func) (@note (and on
