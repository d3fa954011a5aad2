package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears what there is of a kind in a namespace, one call at a time. */
interface ObjectListener {

  /** Is there, or is so now; whether anybody wants to hear when it is gone. */
  boolean now(ObjectName name, JsonNode object);

  void gone(ObjectName name);

  /** All that is there has been told. */
  void listed();

  /** The API server does what it is asked for. */
  void worked();

  /** It could not be asked; what is known may be old. */
  void lost(RuntimeException cause);
}
