# How the JVM that executes programs is started, by the launcher and by the benchmarks. To be sourced.

java_options=(
  -XX:+UseSerialGC
  -XX:-UsePerfData
  # Compiled code reads memory by Java's internal means.
  --add-exports=java.base/jdk.internal.misc=ALL-UNNAMED
  # A program's small recursive functions are worth more levels of inlining than the usual one.
  -XX:MaxRecursiveInlineLevel=3
  # What throws is larger than HotSpot inlines once it is compiled by itself, which is a matter of luck.
  -XX:InlineSmallCode=3000
  # Quick code without statistics comes first while the optimising compiler has anything to do, and
  # is asked rarely whether it wants better: most functions of a large program never pay for that.
  -XX:Tier3DelayOn=0
  -XX:Tier2InvokeNotifyFreqLog=16
  -XX:Tier2BackedgeNotifyFreqLog=17
  # A choice between two short computations is a conditional move, as V8 has it: nobody foresees most of them.
  -XX:ConditionalMoveLimit=5
  # A switch searches by comparisons, the most frequent cases first: the jump of a table is foreseen more
  # rarely, and what follows it is optimised for no case in particular.
  -XX:MinJumpTableSize=1000
  # What is not worth the optimising compiler's time. That there is such a file the JVM would print.
  -XX:+UnlockDiagnosticVMOptions
  -XX:-DisplayVMOutput
  "-XX:CompilerDirectivesFile=${BASH_SOURCE[0]%/*}/compiler-directives.json"
  --enable-native-access=ALL-UNNAMED
  # Standard output belongs to the program that runs, not to the log of the JVM.
  -Xlog:disable
  # For loading jdk.incubator.vector when it is needed: --add-modules warns and slows every start.
  --add-exports=java.base/jdk.internal.module=ALL-UNNAMED
)
