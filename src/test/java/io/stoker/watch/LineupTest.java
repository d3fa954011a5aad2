package io.stoker.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoker.kubernetes.ObjectName;
import io.stoker.kubernetes.SliceFacts;
import io.stoker.kubernetes.SliceFacts.Endpoint;
import io.stoker.kubernetes.SliceFacts.Port;
import io.stoker.target.TargetProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineupTest {
  private static final Port WEB = new Port("web", 9090, "");

  @Test
  void aPodInASliceOfEachAddressFamilyIsOneTarget() {
    var four = slice("a", "IPv4", List.of(pod("prometheus-0", "10.0.0.1")), WEB);
    var six = slice("b", "IPv6", List.of(pod("prometheus-0", "fd00::1")), WEB);

    assertThat(urls(Lineup.of(List.of(six, four), wish(Optional.empty()))))
        .containsExactly("http://10.0.0.1:9090/-/reload");
  }

  @Test
  void aPodThatHasOnlyIpv6IsReachedByIt() {
    var six = slice("b", "IPv6", List.of(pod("prometheus-0", "fd00::1")), WEB);

    assertThat(urls(Lineup.of(List.of(six), wish(Optional.empty()))))
        .containsExactly("http://[fd00::1]:9090/-/reload");
  }

  @Test
  void podsThatAreNotReadyAreLeftOut() {
    var slice =
        slice(
            "a",
            "IPv4",
            List.of(
                pod("prometheus-1", "10.0.0.2"),
                new Endpoint("uid-0", "prometheus-0", List.of("10.0.0.1"), false)),
            WEB);

    assertThat(urls(Lineup.of(List.of(slice), wish(Optional.empty()))))
        .containsExactly("http://10.0.0.2:9090/-/reload");
  }

  @ParameterizedTest
  @CsvSource({
    ", grpc:10901 web:9090, http://10.0.0.1:9090/-/reload",
    ", anything:9095, http://10.0.0.1:9095/-/reload",
    ", grpc:10901 https:9443, https://10.0.0.1:9443/-/reload",
    "grpc, grpc:10901 web:9090, http://10.0.0.1:10901/-/reload",
    "9090, grpc:10901 web:9090, http://10.0.0.1:9090/-/reload",
    "9999, web:9090, http://10.0.0.1:9999/-/reload"
  })
  void thePortIsTheUsualOneOrTheOneAskedFor(String asked, String ports, String url) {
    var slice = slice("a", "IPv4", List.of(pod("p", "10.0.0.1")), ports(ports));

    assertThat(urls(Lineup.of(List.of(slice), wish(Optional.ofNullable(asked)))))
        .containsExactly(url);
  }

  @ParameterizedTest
  @CsvSource({
    ", one:1 two:2, 'Service prometheus has the ports one, two; say by the annotation stoker.io/port'",
    "web, one:1, 'Service prometheus has no port web, but one'"
  })
  void aPortThatNobodyCanTellIsAskedFor(String asked, String ports, String problem) {
    var slice = slice("a", "IPv4", List.of(pod("p", "10.0.0.1")), ports(ports));

    Lineup lineup = Lineup.of(List.of(slice), wish(Optional.ofNullable(asked)));

    assertThat(lineup.instances()).isEmpty();
    assertThat(lineup.problem()).hasValueSatisfying(text -> assertThat(text).contains(problem));
  }

  @Test
  void theApplicationProtocolTellsTls() {
    var slice = slice("a", "IPv4", List.of(pod("p", "10.0.0.1")), new Port("web", 9090, "https"));

    assertThat(urls(Lineup.of(List.of(slice), wish(Optional.empty()))))
        .containsExactly("https://10.0.0.1:9090/-/reload");
  }

  private static List<String> urls(Lineup lineup) {
    return lineup.instances().stream().map(instance -> instance.reload().toString()).toList();
  }

  private static Port[] ports(String text) {
    return Arrays.stream(text.split(" "))
        .map(port -> port.split(":"))
        .map(words -> new Port(words[0], Integer.parseInt(words[1]), ""))
        .toArray(Port[]::new);
  }

  private static Endpoint pod(String name, String address) {
    return new Endpoint("uid-" + name, name, List.of(address), true);
  }

  private static SliceFacts slice(
      String name, String family, List<Endpoint> endpoints, Port... ports) {
    return new SliceFacts(
        new ObjectName("monitoring", name), "prometheus", family, endpoints, List.of(ports));
  }

  private static ReloadWish wish(Optional<String> port) {
    return new ReloadWish(
        List.of("prometheus"),
        TargetProfile.PROMETHEUS,
        port,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1,
        false);
  }
}
