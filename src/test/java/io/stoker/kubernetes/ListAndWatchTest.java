package io.stoker.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hearing of one namespace, answer by answer. */
class ListAndWatchTest implements ObjectListener {
  private static final String GONE_STATUS =
      "{'type':'ERROR','object':{'kind':'Status','code':410,'message':'too old'}}";

  private final List<String> heard = new ArrayList<>();
  private final ScriptedApi api = new ScriptedApi();
  private final WatchedObjects objects = new WatchedObjects(WatchedKind.CONFIG_MAPS, "a", "");
  private final ListAndWatch part = new ListAndWatch(objects, this, new Semaphore(1));

  @AfterEach
  void leave() {
    api.close();
  }

  @Test
  void listsPageByPageAndThenWatchesFromTheVersionOfTheList() {
    api.then(200, list(10, "next/1", object("x", 1)))
        .then(200, list(10, "", object("y", 2)))
        .then(200, event("MODIFIED", object("x", 11)) + event("DELETED", object("y", 12)))
        .then(200, event("BOOKMARK", object("", 20)))
        .then(200, "");
    run();

    assertThat(heard)
        .containsExactly("x 1", "y 2", "listed", "worked", "x 11", "y gone", "worked", "worked");
    assertThat(api.asked())
        .extracting(path -> path.substring(path.indexOf('?') + 1))
        .containsExactly(
            "limit=100&continue=",
            "limit=100&continue=next%2F1",
            "watch=true&allowWatchBookmarks=true&resourceVersion=10",
            "watch=true&allowWatchBookmarks=true&resourceVersion=12",
            "watch=true&allowWatchBookmarks=true&resourceVersion=20");
  }

  /** An API server that ends each watch at once must not be asked in a loop. */
  @Test
  void restsWhenAWatchHasToldNothingAndGoesOnFromThereWhenCalledAgain() {
    api.then(200, list(10, "")).then(200, "").then(200, "");
    run();
    assertThat(api.asked()).hasSize(2);
    assertThat(part.rests()).isTrue();

    run();
    assertThat(api.asked()).hasSize(3).last().asString().contains("resourceVersion=10");
    assertThat(heard).containsExactly("listed", "worked", "worked");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 403})
  void aRefusalIsToldAndTheListBegunAnewWhenCalledAgain(int code) {
    api.then(code, "{'message':'no'}").then(200, list(10, "", object("x", 1))).then(200, "");
    run();
    assertThat(heard).containsExactly("lost " + code);

    run();
    assertThat(heard).containsExactly("lost " + code, "x 1", "listed", "worked");
  }

  /**
   * As kube-apiserver 1.34 words its 429; a connection that is closed then breaks a later request.
   */
  @Test
  void refusalsThatAreNoJsonBreakNoOtherRequest() {
    for (int i = 0; i < 100; i++) {
      api.then(429, "Too many requests, please try again later.\n");
      run();
    }

    assertThat(heard).containsOnly("lost 429");
  }

  @Test
  void aWatchThatIsTooOldIsReplacedByAListWhichTellsOnlyWhatIsDifferent() {
    api.then(200, list(10, "", object("x", 1), object("y", 2), object("z", 3)))
        .then(200, event("BOOKMARK", object("", 15)))
        .then(200, GONE_STATUS)
        .then(200, list(30, "", object("x", 1), object("y", 22)))
        .then(200, "");
    run();

    assertThat(heard)
        .containsExactly(
            "x 1", "y 2", "z 3", "listed", "worked", "worked", "y 22", "z gone", "listed",
            "worked");
  }

  @Test
  void whatNobodyWantsIsNotRememberedSoAListDoesNotTellOfItsEnd() {
    api.then(200, list(10, "", object("unwanted", 1), object("unwanted-too", 2)))
        .then(200, event("BOOKMARK", object("", 15)) + GONE_STATUS)
        .then(200, list(30, "", object("unwanted", 1)));
    run();
    assertThat(heard)
        .startsWith("unwanted 1", "unwanted-too 2", "listed", "worked", "unwanted 1", "listed");
  }

  @Test
  void aListThatIsTooOldAtOnceIsNotAskedForInALoop() {
    api.then(200, list(10, "")).then(200, GONE_STATUS).then(200, list(11, "")).then(200, "");
    run();
    assertThat(api.asked()).hasSize(2);
    assertThat(heard).last().isEqualTo("lost 410");
  }

  @Test
  void aPageThatBreaksOffMakesNothingGone() {
    api.then(200, list(10, "", object("x", 1), object("y", 2)))
        .then(200, event("BOOKMARK", object("", 15)))
        .then(410, "{'message':'too old'}")
        .then(200, "{'metadata':{'resourceVersion':'30'},'items':[" + object("x", 1))
        .then(200, list(31, "", object("x", 1)))
        .then(200, "");
    run();
    assertThat(heard).last().isEqualTo("lost 0");
    assertThat(heard).doesNotContain("y gone");

    run();
    assertThat(heard).contains("y gone");
  }

  @Test
  void aTornEventIsNotTakenAndAskedForAgain() {
    api.then(200, list(10, ""))
        .then(200, event("ADDED", object("x", 11)) + "{'type':'ADDED','object':{'metada")
        .then(200, event("ADDED", object("y", 12)))
        .then(200, "");
    run();

    assertThat(heard).containsExactly("listed", "worked", "x 11", "worked", "y 12", "worked");
    assertThat(api.asked().get(2)).contains("resourceVersion=11");
  }

  @Test
  void afterItsCloseItAsksAndTellsNothing() {
    part.close();
    run();

    assertThat(api.asked()).isEmpty();
    assertThat(part.rests()).isFalse();
  }

  @Override
  public boolean now(ObjectName name, JsonNode object) {
    heard.add(name.name() + " " + ObjectFacts.resourceVersion(object));
    return !heard.getLast().startsWith("unwanted");
  }

  @Override
  public void gone(ObjectName name) {
    heard.add(name.name() + " gone");
  }

  @Override
  public void listed() {
    heard.add("listed");
  }

  @Override
  public void worked() {
    heard.add("worked");
  }

  @Override
  public void lost(RuntimeException cause) {
    heard.add("lost " + ApiFailures.code(cause));
  }

  private void run() {
    part.run(api::client);
  }

  private static String list(int version, String next, String... objects) {
    return "{'metadata':{'resourceVersion':'%d','continue':'%s'},'items':[%s]}"
        .formatted(version, next, String.join(",", objects));
  }

  private static String object(String name, int version) {
    return "{'metadata':{'namespace':'a','name':'%s','resourceVersion':'%d'}}"
        .formatted(name, version);
  }

  private static String event(String type, String object) {
    return "{'type':'%s','object':%s}\n".formatted(type, object);
  }
}
