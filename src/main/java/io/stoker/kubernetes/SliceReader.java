package io.stoker.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.stoker.kubernetes.SliceFacts.Endpoint;
import io.stoker.kubernetes.SliceFacts.Port;

/** Makes facts of an EndpointSlice of the API (discovery.k8s.io/v1) in JSON. */
final class SliceReader {
  /** Names the Service of a slice. */
  static final String SERVICE = "kubernetes.io/service-name";

  private SliceReader() {}

  static SliceFacts read(ObjectName name, JsonNode slice) {
    return new SliceFacts(
        name,
        slice.path("metadata").path("labels").path(SERVICE).asText(),
        slice.path("addressType").asText().intern(),
        slice.path("endpoints").valueStream().map(SliceReader::endpoint).toList(),
        slice
            .path("ports")
            .valueStream()
            .filter(port -> port.path("port").isInt() && speaksTcp(port))
            .map(SliceReader::port)
            .toList());
  }

  private static Endpoint endpoint(JsonNode endpoint) {
    JsonNode target = endpoint.path("targetRef");
    boolean pod = target.path("kind").asText().equals("Pod");
    JsonNode conditions = endpoint.path("conditions");
    return new Endpoint(
        pod ? target.path("uid").asText() : "",
        pod ? target.path("name").asText() : "",
        endpoint.path("addresses").valueStream().map(JsonNode::asText).toList(),
        conditions.path("ready").asBoolean(true) && !conditions.path("terminating").asBoolean());
  }

  private static boolean speaksTcp(JsonNode port) {
    return port.path("protocol").asText("TCP").equals("TCP");
  }

  private static Port port(JsonNode port) {
    return new Port(
        port.path("name").asText(), port.path("port").asInt(), port.path("appProtocol").asText());
  }
}
