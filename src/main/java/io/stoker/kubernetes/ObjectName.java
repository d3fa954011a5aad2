package io.stoker.kubernetes;

/** A namespace and a name in it, which together name one object of a kind. */
public record ObjectName(String namespace, String name) {

  /** Thousands of objects lie in few namespaces, whose names are kept once. */
  public ObjectName {
    namespace = namespace.intern();
  }

  @Override
  public String toString() {
    return namespace + "/" + name;
  }
}
