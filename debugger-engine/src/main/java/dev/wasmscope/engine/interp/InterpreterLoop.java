package dev.wasmscope.engine.interp;

import dev.wasmscope.engine.numeric.V128;
import dev.wasmscope.engine.runtime.FunctionInstance;
import dev.wasmscope.engine.runtime.GlobalInstance;
import dev.wasmscope.engine.runtime.HostFunction;
import dev.wasmscope.engine.runtime.MemoryBytes;
import dev.wasmscope.engine.runtime.MemoryInstance;
import dev.wasmscope.engine.runtime.TableInstance;
import dev.wasmscope.engine.runtime.TagInstance;
import dev.wasmscope.engine.runtime.TypeTest;
import dev.wasmscope.engine.runtime.WasmException;
import dev.wasmscope.engine.runtime.WasmFunction;
import dev.wasmscope.engine.step.Step;
import dev.wasmscope.engine.trap.Trap;
import dev.wasmscope.engine.trap.TrapReason;

/**
 * The main loop. What a frame needs at hand is held in Java locals; {@code pc} and {@code sp}
 * change only when an instruction has succeeded, so that whoever stops here finds it not yet
 * executed.
 *
 * <p>HotSpot compiles no method of more than 8,000 bytes: what is rare is elsewhere. Nor is there a
 * branch for what is rare, for HotSpot leaves out branches that were never taken, and compiles the
 * whole loop anew when one is: who does something rare answers what to execute next.
 */
final class InterpreterLoop {

  private static final long LOW_32 = 0xffff_ffffL;

  private InterpreterLoop() {}

  /**
   * Executes the innermost frame of {@code t} and what it calls, until {@code entryDepth} frames
   * are left. Results are then in the slots where its arguments began.
   */
  static void run(InterpThread t, int entryDepth) {
    while (t.depth > entryDepth) {
      InterpFrame frame = t.frame();
      FunctionCode fc = frame.code;
      Object[] consts = fc.objects;
      MemoryBytes memory = fc.memory();
      int fp = frame.fp;
      int pc = frame.pc;
      int sp = frame.sp;
      try {
        int op = t.crossing.resume(frame);
        int[] code = t.codeOf(frame);
        long[] stack = t.bits;
        Object[] objects = t.objects;
        memory = fc.memory();
        run:
        for (; ; ) {
          switch (op) {
            case Op.PROBE -> {
              frame.pc = pc;
              frame.sp = sp;
              op = t.probed(frame);
              code = t.codeOf(frame);
              stack = t.bits;
              objects = t.objects;
              memory = fc.memory();
              sp = frame.sp;
              continue run;
            }
            case Op.ENTER -> {
              pc++;
              if (t.mustPoll()) {
                frame.pc = pc;
                frame.sp = sp;
                op = t.poll(frame);
                code = t.codeOf(frame);
                stack = t.bits;
                objects = t.objects;
                memory = fc.memory();
                continue run;
              }
            }
            case Op.UNREACHABLE -> throw new Trap(TrapReason.UNREACHABLE);
            case Op.NOP -> pc++;
            case Op.LOOP -> {
              if (--fc.heat < 0) {
                frame.pc = pc;
                frame.sp = sp;
                op = t.loop(frame);
                stack = t.bits;
                objects = t.objects;
                sp = frame.sp;
                continue run;
              }
              pc++;
              if (t.mustPoll()) {
                frame.pc = pc;
                frame.sp = sp;
                op = t.poll(frame);
                code = t.codeOf(frame);
                stack = t.bits;
                objects = t.objects;
                memory = fc.memory();
                continue run;
              }
            }
            case Op.BR_MOVE -> {
              sp = t.branch(sp, code[pc + 2], code[pc + 3]);
              pc = code[pc + 1];
            }
            case Op.BR_IF_MOVE -> {
              if ((int) stack[--sp] != 0) {
                sp = t.branch(sp, code[pc + 2], code[pc + 3]);
                pc = code[pc + 1];
              } else {
                pc += 4;
              }
            }
            case Op.BR_TABLE -> {
              int last = code[pc + 1] - 1;
              int at = pc + 2 + 3 * (int) Math.min(stack[--sp] & LOW_32, last);
              sp = t.branch(sp, code[at + 1], code[at + 2]);
              pc = code[at];
            }
            case Op.RETURN -> {
              int results = fc.results;
              if (results != 0) {
                if (results == 1 && !fc.objectResults) {
                  stack[fp] = stack[sp - 1];
                } else {
                  t.copy(sp - results, fp, results);
                }
              }
              sp = fp + results;
              if (--t.depth == entryDepth) {
                break run;
              }
              frame = t.frame();
              fc = frame.code;
              code = t.codeOf(frame);
              consts = fc.objects;
              memory = fc.memory();
              fp = frame.fp;
              pc = frame.pc + Op.CALL_LENGTH;
            }
            case Op.CALL, Op.CALL_INDIRECT, Op.CALL_REF -> {
              frame.pc = pc;
              frame.sp = sp;
              int end = op == Op.CALL ? sp : sp - 1;
              FunctionInstance called =
                  switch (op) {
                    case Op.CALL -> (FunctionInstance) consts[code[pc + 1]];
                    case Op.CALL_REF -> t.calls.callee(sp);
                    default ->
                        t.calls.callee((TableInstance) consts[code[pc + 1]], sp, code[pc + 2]);
                  };
              if (called instanceof HostFunction host) {
                sp = t.hostCalling.call(host, frame, end);
                pc += Op.CALL_LENGTH;
              } else {
                FunctionCode callee = t.code((WasmFunction) called);
                int base = end - callee.params;
                if (t.entersCompiled(callee)) {
                  op = t.crossing.call(callee, frame, base);
                  code = t.codeOf(frame);
                  stack = t.bits;
                  objects = t.objects;
                  memory = fc.memory();
                  pc = frame.pc;
                  sp = frame.sp;
                  continue run;
                }
                fc = callee;
                frame = t.push(fc, base);
                consts = fc.objects;
                fp = frame.fp;
                pc = frame.pc;
                sp = frame.sp;
              }
              code = t.codeOf(frame);
              stack = t.bits;
              objects = t.objects;
              memory = fc.memory();
            }
            case Op.RETURN_CALL, Op.RETURN_CALL_INDIRECT, Op.RETURN_CALL_REF -> {
              frame.pc = pc;
              frame.sp = sp;
              if (op == Op.RETURN_CALL) {
                op = t.calls.tailCall((FunctionInstance) consts[code[pc + 1]], frame, sp);
              } else if (op == Op.RETURN_CALL_REF) {
                op = t.calls.tailCall(t.calls.callee(sp), frame, sp - 1);
              } else {
                TableInstance table = (TableInstance) consts[code[pc + 1]];
                op = t.calls.tailCall(t.calls.callee(table, sp, code[pc + 2]), frame, sp - 1);
              }
              stack = t.bits;
              sp = frame.sp;
              continue run;
            }
            case Op.SELECT -> {
              if ((int) stack[sp - 1] == 0) {
                stack[sp - 3] = stack[sp - 2];
                objects[sp - 3] = objects[sp - 2];
              }
              sp -= 2;
              pc++;
            }
            case Op.LOCAL_GET_OBJECT -> {
              objects[sp++] = objects[fp + code[pc + 1]];
              pc += 2;
            }
            case Op.LOCAL_SET_OBJECT -> {
              objects[fp + code[pc + 1]] = objects[--sp];
              pc += 2;
            }
            case Op.LOCAL_TEE_OBJECT -> {
              objects[fp + code[pc + 1]] = objects[sp - 1];
              pc += 2;
            }
            case Op.GLOBAL_GET -> {
              GlobalInstance global = (GlobalInstance) consts[code[pc + 1]];
              stack[sp] = global.bits;
              objects[sp++] = global.object;
              pc += 2;
            }
            case Op.GLOBAL_SET -> {
              GlobalInstance global = (GlobalInstance) consts[code[pc + 1]];
              global.setSlot(stack[sp - 1], objects[sp - 1]);
              sp--;
              pc += 2;
            }
            case Op.CONST_OBJECT -> {
              objects[sp++] = consts[code[pc + 1]];
              pc += 2;
            }
            case Op.STEP -> {
              sp = ((Step) consts[code[pc + 1]]).execute(t, sp);
              memory = fc.memory();
              pc += 2;
            }
            case Op.MEMORY_GROW, Op.WAIT -> {
              frame.pc = pc;
              frame.sp = sp;
              if (op == Op.WAIT) {
                sp = ((Step) consts[code[pc + 1]]).execute(t, sp);
              } else {
                t.growMemory((MemoryInstance) consts[code[pc + 1]], frame, sp);
              }
              code = t.codeOf(frame);
              stack = t.bits;
              objects = t.objects;
              memory = fc.memory();
              pc += 2;
            }
            case Op.MEMORY_FAR -> {
              long constant = (code[pc + 2] & LOW_32) | ((long) code[pc + 3] << 32);
              sp = ((MemoryAccess) consts[code[pc + 1]]).execute(t, sp, constant, code[pc + 4]);
              pc += 5;
            }
            case Op.BR_ON_NULL -> {
              if (objects[sp - 1] == null) {
                sp = t.branch(sp - 1, code[pc + 2], code[pc + 3]);
                pc = code[pc + 1];
              } else {
                pc += 4;
              }
            }
            case Op.BR_ON_NON_NULL -> {
              if (objects[sp - 1] != null) {
                sp = t.branch(sp, code[pc + 2], code[pc + 3]);
                pc = code[pc + 1];
              } else {
                sp--;
                pc += 4;
              }
            }
            case Op.BR_ON_CAST -> {
              if (((TypeTest) consts[code[pc + 4]]).test(objects[sp - 1])) {
                sp = t.branch(sp, code[pc + 2], code[pc + 3]);
                pc = code[pc + 1];
              } else {
                pc += 5;
              }
            }
            case Op.THROW, Op.THROW_REF, Op.RETHROW -> {
              frame.pc = pc;
              frame.sp = sp;
              t.unwinder()
                  .raise(
                      switch (op) {
                        case Op.THROW -> t.exception((TagInstance) consts[code[pc + 1]], sp);
                        case Op.THROW_REF -> t.exception(sp - 1);
                        default -> t.exception(fp + code[pc + 1]);
                      },
                      entryDepth);
              break run;
            }
            case Op.LEAVE -> {
              break run;
            }
            default -> {
              if (op < Rows.FIRST_VECTOR_MEMORY) {
                int from = pc;
                pc = Unwinder.IN_FRAME; // where it is if this throws
                op = GeneratedSteps.NUMBERS.run(op, code, stack, frame, fp, from, sp, memory);
                pc = frame.pc;
                sp = frame.sp;
                continue run;
              } else if (op < Rows.FIRST_WIDE) {
                long address =
                    (stack[sp - Rows.addressDepth(op)] & LOW_32) + (code[pc + 1] & LOW_32);
                sp = GeneratedSteps.memory(op, stack, objects, sp, memory, address, code[pc + 2]);
                pc += 3;
              } else if (op < Rows.FIRST_VECTOR) {
                sp = GeneratedSteps.wide(op, stack, sp);
                pc++;
              } else {
                V128 lanes = (V128) consts[code[pc + 2]];
                sp = GeneratedSteps.vector(op, stack, objects, sp, code[pc + 1], lanes);
                pc += 3;
              }
            }
          }
          op = code[pc];
        }
      } catch (Trap trap) {
        t.unwinder().trapped(trap, pc, sp, entryDepth);
      } catch (WasmException e) {
        t.unwinder().passOn(e, entryDepth);
      } catch (IndexOutOfBoundsException e) {
        t.unwinder().outOfBounds(e, memory, pc, sp, entryDepth);
      } catch (StackOverflowError | OutOfMemoryError e) {
        t.unwinder().exhausted(e, pc, sp, entryDepth);
      } catch (RuntimeException | Error e) {
        t.unwinder().abandon(entryDepth);
        throw e;
      }
    }
  }
}
