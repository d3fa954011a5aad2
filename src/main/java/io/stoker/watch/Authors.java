package io.stoker.watch;

/** Those who write ConfigMaps. On the planner thread. */
interface Authors {

  /** What they have to mend; may be told again. */
  void complain(SourceName configMap, String message);

  /** It is no more, or nobody wants anything for it: whatever comes next is new to its author. */
  void forget(SourceName configMap);
}
