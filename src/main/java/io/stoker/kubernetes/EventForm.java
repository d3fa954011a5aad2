package io.stoker.kubernetes;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How Stoker's Events look. */
final class EventForm {
  private static final int LONGEST = 1024;

  private EventForm() {}

  static ObjectReference about(String kind, ObjectName name, Optional<String> uid) {
    return new ObjectReferenceBuilder()
        .withApiVersion("v1")
        .withKind(kind)
        .withNamespace(name.namespace())
        .withName(name.name())
        .withUid(uid.orElse(null))
        .build();
  }

  /**
   * An Event in the namespace of what it is about.
   *
   * @param reporter the pod that tells it
   */
  static Event event(ObjectReference object, EventNote note, String reporter, Instant at) {
    String now = at.truncatedTo(ChronoUnit.SECONDS).toString();
    String message = note.message();
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(object.getNamespace())
        .withGenerateName(reporter + ".")
        .endMetadata()
        .withInvolvedObject(object)
        .withType(note.type())
        .withReason(note.reason())
        .withMessage(message.length() > LONGEST ? message.substring(0, LONGEST) : message)
        .withFirstTimestamp(now)
        .withLastTimestamp(now)
        .withCount(1)
        .withReportingComponent("stoker")
        .withReportingInstance(reporter)
        .withNewSource()
        .withComponent("stoker")
        .endSource()
        .build();
  }
}
