package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.PodFacts.SidecarPort;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodFactsReaderTest {
  @Test
  void findsWhatIsMountedAloneOrProjectedButNotBySubPathOnly() {
    var pod =
        pod(
            """
            {'name': 'prometheus', 'volumeMounts': [
              {'name': 'config', 'mountPath': '/etc/prometheus'},
              {'name': 'both', 'mountPath': '/a', 'subPath': 'x'},
              {'name': 'frozen', 'mountPath': '/b', 'subPathExpr': 'x'},
              {'name': 'password', 'mountPath': '/c'}]},
            {'name': 'other', 'volumeMounts': [{'name': 'both', 'mountPath': '/a'}]}
            """,
            """
            {'name': 'config', 'projected': {'sources': [
              {'configMap': {'name': 'rules'}}, {'secret': {'name': 'token'}},
              {'serviceAccountToken': {}}]}},
            {'name': 'both', 'configMap': {'name': 'both'}},
            {'name': 'frozen', 'configMap': {'name': 'frozen'}},
            {'name': 'unused', 'configMap': {'name': 'unused'}},
            {'name': 'password', 'secret': {'secretName': 'password'}}
            """);

    assertThat(pod.name()).isEqualTo(new ObjectName("a", "prometheus-0"));
    assertThat(pod.uid()).isEqualTo("u");
    assertThat(pod.configMaps()).containsExactlyInAnyOrder("rules", "both");
    assertThat(pod.secrets()).containsExactlyInAnyOrder("token", "password");
    assertThat(pod.sidecar()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'name': 'stoker', 'args': ['--listen-address=:8080']                            | 8080",
        "'image': 'r:5000/x/stoker:0.1', 'args': ['--listen-address', '0.0.0.0:81']      | 81",
        "'image': 'stoker@sha256:0', 'args': ['--listen-address=[::]:8080']              | 8080",
        "'command': ['/stoker'], 'env': [{'name': 'STOKER_LISTEN_ADDRESS', 'value': ':1'}] | 1",
        "'name': 'stoker', 'args': ['--listen-address=127.0.0.1:8080']                   | 0",
        "'name': 'stoker', 'args': ['--listen-address=$(ADDRESS)']                       | 0",
        "'name': 'stoker'                                                                | 0"
      })
  void findsTheSidecarAndWhereItsStatusIs(String container, int port) {
    var number = port == 0 ? OptionalInt.empty() : OptionalInt.of(port);

    assertThat(pod("{%s}".formatted(container), "").sidecar())
        .map(SidecarPort::number)
        .contains(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "'name': 'prometheus', 'image': 'quay.io/prometheus/prometheus:v3.5.3'",
        "'name': 'web', 'image': 'bramstoker:1'",
        "'name': 'stoker', 'args': ['watch']",
        "'command': ['stoker', 'check', 'a.yml']"
      })
  void takesNothingElseForASidecar(String container) {
    assertThat(pod("{%s}".formatted(container), "").sidecar()).isEmpty();
  }

  @Test
  void anInitContainerIsASidecarOnlyIfItStays() {
    assertThat(init("{'name': 'stoker'}")).isEmpty();
    assertThat(init("{'name': 'stoker', 'restartPolicy': 'Always'}")).isPresent();
  }

  private static Optional<SidecarPort> init(String container) {
    return PodFactsReader.read(Json.of("{'spec': {'initContainers': [%s]}}".formatted(container)))
        .sidecar();
  }

  private static PodFacts pod(String containers, String volumes) {
    return PodFactsReader.read(
        Json.of(
            """
            {'metadata': {'namespace': 'a', 'name': 'prometheus-0', 'uid': 'u'},
             'spec': {'containers': [%s], 'volumes': [%s]}}
            """
                .formatted(containers, volumes)));
  }
}
