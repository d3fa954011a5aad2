package io.stoker.blackbox;

import io.stoker.testbed.Tool;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The versions of Prometheus named in {@code -Dstoker.prometheus}. */
final class ChosenVersions implements ArgumentsProvider {

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    var names = System.getProperty("stoker.prometheus", Tool.PROMETHEUS_3.name());
    return Arrays.stream(names.split(",", -1)).map(Tool::valueOf).map(Arguments::of);
  }
}
