package io.stoker.watch;

/** Stands for a target whose pod is being read. */
enum AwaitedTarget implements WatchedTarget {
  INSTANCE;

  @Override
  public void lead() {}

  @Override
  public void changed() {}

  @Override
  public void lost() {}

  @Override
  public void tick() {}

  @Override
  public void forget() {}
}
