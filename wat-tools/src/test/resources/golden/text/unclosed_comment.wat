;; RUN: check
(module (func) (; and on it goes
