package io.stoker.lastgood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
  private static final String DIGEST = "ab".repeat(32);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"/a b", "/line\nbreak", "/back\\nslash", "/a\r", "/$1", "/\u2028"})
  void anyNameSurvives(String name) throws IOException {
    var manifest = new Manifest(new TreeMap<>(Map.of(name, DIGEST, "/other", DIGEST)));
    Path file = folder.resolve("manifest");
    try (OutputStream stream = Files.newOutputStream(file)) {
      manifest.writeTo(stream);
    }

    assertThat(Manifest.read(file)).isEqualTo(manifest);
  }

  @Test
  void somethingElseIsNoManifest() throws IOException {
    Path file = Files.writeString(folder.resolve("manifest"), "global: {}\n");

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> Manifest.read(file));
  }
}
