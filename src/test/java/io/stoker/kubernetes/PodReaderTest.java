package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stoker.kubernetes.ConfigMapVolume.Part;
import io.stoker.report.Diagnosis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PodReaderTest {
  private static final Path CONFIG = Path.of("/etc/prometheus");

  @Test
  void findsTheConfigMapThatItsOwnContainerMounts() {
    var pod =
        read(
            "{'name': 'config', 'mountPath': '/etc/prometheus'}",
            "{'name': 'config', 'configMap': {'name': 'prometheus-config'}}",
            CONFIG.resolve("prometheus.yml"),
            CONFIG);

    assertThat(pod.volumes()).containsExactly(volume(part("prometheus-config")));
    assertThat(pod.complete()).isTrue();
    assertThat(pod.notices()).isEmpty();
    assertThat(pod.diagnoses()).isEmpty();
    assertThat(pod.ref()).isEqualTo(new OwnPod.Ref("kube-ops", "prometheus-0", "u"));
  }

  @Test
  void readsItemsAndOptionalAndTheOrderOfAProjectedVolume() {
    var pod =
        read(
            "{'name': 'config', 'mountPath': '/etc/prometheus'}",
            """
            {'name': 'config', 'projected': {'sources': [
              {'configMap': {'name': 'one', 'optional': true}},
              {'configMap': {'name': 'two', 'items': [{'key': 'k', 'path': 'p/q.yml'}]}}]}}
            """,
            CONFIG);

    assertThat(pod.volumes())
        .containsExactly(
            volume(
                new Part("one", Map.of(), true), new Part("two", Map.of("k", "p/q.yml"), false)));
  }

  @Test
  void tellsOfASubPathWhichTheKubeletNeverUpdates() {
    var pod =
        read(
            "{'name': 'config', 'mountPath': '/etc/prometheus/prometheus.yml', 'subPath': 'x'}",
            "{'name': 'config', 'configMap': {'name': 'prometheus-config'}}",
            CONFIG.resolve("prometheus.yml"));

    assertThat(pod.volumes()).isEmpty();
    assertThat(pod.complete()).isFalse();
    assertThat(pod.diagnoses())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo(Diagnosis.Code.SUB_PATH);
              assertThat(found.cause()).contains("prometheus.yml", "subPath", "never updates");
            });
  }

  @Test
  void tellsOfAnotherContainerThatWillNeverSeeAChange() {
    var pod =
        read(
            "{'name': 'data', 'mountPath': '/etc/prometheus'}",
            "{'name': 'data', 'configMap': {'name': 'prometheus-config'}}",
            CONFIG);

    assertThat(pod.complete()).isTrue();
    assertThat(pod.diagnoses())
        .singleElement()
        .extracting(Diagnosis::cause)
        .asString()
        .contains("container prometheus", "subPath", "never sees");
  }

  @Test
  void aVolumeWithASecretInItIsLeftToTheFiles() {
    var pod =
        read(
            "{'name': 'config', 'mountPath': '/etc/prometheus'}",
            """
            {'name': 'config', 'projected': {'sources': [
              {'configMap': {'name': 'one'}}, {'secret': {'name': 'two'}}]}}
            """,
            CONFIG);

    assertThat(pod.volumes()).isEmpty();
    assertThat(pod.complete()).isFalse();
    assertThat(pod.notices()).singleElement().asString().contains("other things than ConfigMaps");
  }

  @Test
  void whatIsMountedInsideAWatchedFolderIsAVolumeOfItsOwn() {
    var pod =
        read(
            """
            {'name': 'config', 'mountPath': '/etc/prometheus'},
            {'name': 'rules', 'mountPath': '/etc/prometheus/rules'},
            {'name': 'token', 'mountPath': '/var/run/secrets'}
            """,
            """
            {'name': 'config', 'configMap': {'name': 'prometheus-config'}},
            {'name': 'rules', 'configMap': {'name': 'prometheus-rules'}},
            {'name': 'token', 'projected': {'sources': [{'serviceAccountToken': {}}]}}
            """,
            CONFIG);

    assertThat(pod.volumes())
        .containsExactly(
            new ConfigMapVolume(
                CONFIG, List.of(CONFIG.resolve("rules")), List.of(part("prometheus-config"))),
            new ConfigMapVolume(
                CONFIG.resolve("rules"), List.of(), List.of(part("prometheus-rules"))));
    assertThat(pod.complete()).isTrue();
  }

  @Test
  void filesThatNoVolumeHoldsMayChangeUnheard() {
    var pod =
        read(
            "{'name': 'config', 'mountPath': '/etc/prometheus'}",
            "{'name': 'config', 'configMap': {'name': 'prometheus-config'}}",
            CONFIG,
            Path.of("/srv/rules"));

    assertThat(pod.volumes()).hasSize(1);
    assertThat(pod.complete()).isFalse();
  }

  private static ConfigMapVolume volume(Part... parts) {
    return new ConfigMapVolume(CONFIG, List.of(), List.of(parts));
  }

  private static Part part(String name) {
    return new Part(name, Map.of(), false);
  }

  private static OwnPod read(String mounts, String volumes, Path... watched) {
    try {
      var json = json(mounts, volumes).replace('\'', '"');
      return PodReader.read(new ObjectMapper().readTree(json), List.of(watched));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String json(String mounts, String volumes) {
    return """
      {"metadata": {"namespace": "kube-ops", "name": "prometheus-0", "uid": "u"},
       "spec": {
         "containers": [
           {"name": "prometheus", "volumeMounts": [
             {"name": "data", "mountPath": "/prometheus", "subPath": "x"}]},
           {"name": "stoker", "volumeMounts": [%s]}],
         "volumes": [%s]}}
      """
        .formatted(mounts, volumes);
  }
}
