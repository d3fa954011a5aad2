package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.SliceFacts.Endpoint;
import io.stoker.kubernetes.SliceFacts.Port;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceReaderTest {
  @Test
  void readsPodsAndPortsOfAService() {
    var slice =
        slice(
            """
            {'addresses': ['10.0.0.1'], 'conditions': {'ready': true},
             'targetRef': {'kind': 'Pod', 'name': 'prometheus-0', 'uid': 'u'}}
            """,
            """
            {'name': 'web', 'port': 9090, 'protocol': 'TCP', 'appProtocol': 'https'},
            {'name': '', 'port': 9091},
            {'name': 'dns', 'port': 53, 'protocol': 'UDP'},
            {'name': 'any'}
            """);

    assertThat(slice)
        .isEqualTo(
            new SliceFacts(
                new ObjectName("a", "prometheus-x"),
                "prometheus",
                "IPv4",
                List.of(new Endpoint("u", "prometheus-0", List.of("10.0.0.1"), true)),
                List.of(new Port("web", 9090, "https"), new Port("", 9091, ""))));
  }

  /** EndpointSlice v1: nothing known of readiness is to be taken for ready. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                   | true",
        "{'ready': null}                      | true",
        "{'ready': true}                      | true",
        "{'ready': false}                     | false",
        "{'ready': true, 'terminating': true} | false",
        "{'terminating': true}                | false"
      },
      quoteCharacter = '"')
  void readyIsWhatNeitherSaysNoNorEnds(String conditions, boolean ready) {
    var slice = slice("{'addresses': ['10.0.0.1'], 'conditions': %s}".formatted(conditions), "");

    assertThat(slice.endpoints().getFirst().ready()).isEqualTo(ready);
  }

  @Test
  void anEndpointThatIsNoPodHasNoUid() {
    var slice =
        slice("{'addresses': ['a.b'], 'targetRef': {'kind': 'Node', 'name': 'n', 'uid': 'u'}}", "");

    assertThat(slice.endpoints()).containsExactly(new Endpoint("", "", List.of("a.b"), true));
  }

  private static SliceFacts slice(String endpoints, String ports) {
    return SliceReader.read(
        new ObjectName("a", "prometheus-x"),
        Json.of(
            """
            {'metadata': {'namespace': 'a', 'name': 'prometheus-x',
               'labels': {'kubernetes.io/service-name': 'prometheus'}},
             'addressType': 'IPv4', 'endpoints': [%s], 'ports': [%s]}
            """
                .formatted(endpoints, ports)));
  }
}
