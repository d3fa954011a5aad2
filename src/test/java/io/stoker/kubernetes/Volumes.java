package io.stoker.kubernetes;

import io.stoker.fingerprint.ExpectedFiles;
import io.stoker.fingerprint.Fingerprint;
import io.stoker.kubernetes.ConfigMapVersion.Present;
import io.stoker.kubernetes.ConfigMapVolume.Part;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** ConfigMaps, the volumes that hold them, and what should be in these. */
final class Volumes {
  static final Path MOUNT = Path.of("/etc/prometheus");
  static final OwnPod.Ref POD = new OwnPod.Ref("kube-ops", "prometheus-0", "pod-uid");

  private Volumes() {}

  static ConfigMapVolume volume(Part... parts) {
    return new ConfigMapVolume(MOUNT, List.of(), List.of(parts));
  }

  static Part part(String configMap) {
    return new Part(configMap, Map.of(), false);
  }

  static Present version(int number, Map<String, String> data) {
    return version("uid", number, data);
  }

  static Present version(String uid, int number, Map<String, String> data) {
    var digests = new TreeMap<String, String>();
    data.forEach((key, text) -> digests.put(key, digest(text)));
    return new Present(new ConfigMapVersion.Id(uid, "" + number), false, 0, digests);
  }

  /** What is read of a volume with these files. */
  static Fingerprint holding(Map<String, String> files) {
    var digests = new TreeMap<String, String>();
    files.forEach((path, text) -> digests.put(MOUNT.resolve(path).toString(), digest(text)));
    return ExpectedFiles.fingerprint(digests);
  }

  private static String digest(String text) {
    return ExpectedFiles.digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
