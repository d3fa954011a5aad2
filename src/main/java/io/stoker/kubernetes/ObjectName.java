package io.stoker.kubernetes;

/** A namespace and a name in it, which together name one object of a kind. */
public record ObjectName(String namespace, String name) {

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
