package io.stoker.manifests;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import io.stoker.testbed.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What users apply, put into one namespace of a test's own instead of kube-ops, kube-system and
 * team-a.
 */
public final class Manifests {
  static final Path ROOT = Path.of("src/main/kubernetes");

  /** What a kustomization that others build upon is called. */
  static final String KUSTOMIZATION = "kustomization.yaml";

  private static final Pattern NAMESPACES = Pattern.compile("\\b(kube-(ops|system)|team-a)\\b");
  private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^---$");

  private final List<GenericKubernetesResource> resources;

  private Manifests(String yaml, String namespace) {
    var own = NAMESPACES.matcher(yaml).replaceAll(namespace);
    // as generic resources, for a kind's own class might drop what it does not know
    this.resources =
        DOCUMENT_END
            .splitAsStream(own)
            .map(text -> Serialization.unmarshal(text, GenericKubernetesResource.class))
            .toList();
  }

  /** What {@code kubectl apply -k} would apply of this folder. */
  public static Manifests folder(String folder, String namespace) {
    return new Manifests(kustomized(ROOT.resolve(folder)), namespace);
  }

  /** What {@code kubectl apply -f} would apply of this file. */
  static Manifests file(Path file, String namespace) {
    try {
      return new Manifests(Files.readString(file), namespace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All folders that can be applied, as {@link #folder} takes them. */
  static List<String> folders() {
    return yaml()
        .filter(path -> path.endsWith(KUSTOMIZATION))
        .map(path -> ROOT.relativize(path.getParent()).toString())
        .toList();
  }

  /** All files that can be applied, overlays being made of patches. */
  static List<Path> files() {
    return yaml()
        .filter(path -> !path.endsWith(KUSTOMIZATION))
        .filter(path -> !path.startsWith(ROOT.resolve("overlays")))
        .toList();
  }

  List<GenericKubernetesResource> all() {
    return resources;
  }

  List<GenericKubernetesResource> ofKinds(String... kinds) {
    var wanted = Set.of(kinds);
    return resources.stream().filter(resource -> wanted.contains(resource.getKind())).toList();
  }

  /** The resources of a kind, as that kind. */
  public <T extends HasMetadata> List<T> of(Class<T> kind) {
    return ofKinds(HasMetadata.getKind(kind)).stream()
        .map(resource -> Serialization.unmarshal(Serialization.asJson(resource), kind))
        .toList();
  }

  private static Stream<Path> yaml() {
    try (var files = Files.walk(ROOT)) {
      return files.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String kustomized(Path folder) {
    var kustomize = Tool.KUSTOMIZE.executable().toString();
    return Tool.run(
        new ProcessBuilder(kustomize, "build", folder.toString()).redirectErrorStream(true));
  }
}
