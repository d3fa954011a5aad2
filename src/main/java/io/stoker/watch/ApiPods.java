package io.stoker.watch;

import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.PodFacts;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Pods as the API server tells of them. */
record ApiPods(ApiPort api, Executor io, Executor plannerThread) implements ServiceGroup.PodLookup {

  @Override
  public void read(ObjectName pod, Consumer<Optional<PodFacts>> then) {
    io.execute(
        () -> {
          Optional<PodFacts> facts = api.pod(pod);
          plannerThread.execute(() -> then.accept(facts));
        });
  }
}
