package io.stoker.check;

import io.stoker.source.ReadFailures;
import io.stoker.yaml.GoYamlText;
import io.stoker.yaml.YamlRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One check of a configuration: of a main file with all files that it names, or of single files. A
 * file that several patterns match is checked once. What a file in memory names is not seen. One
 * file is held at a time, and of a rule file one group.
 */
public final class ConfigCheck {
  private final Expressions expressions;
  private final Set<String> checked = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private int errors;
  private int warnings;

  public ConfigCheck(Expressions expressions) {
    this.expressions = expressions;
  }

  /** What has been found so far. */
  public CheckResult result() {
    return new CheckResult(findings, errors, warnings, checked.size());
  }

  /** A main file, and the rule and scrape configuration files that it names. */
  public void mainFile(ConfigFile file) {
    if (checked.add(file.name())) {
      var collected = new FileFindings(file.name());
      var main = new MainFileCheck(collected);
      walk(file, collected, new DuplicateKeys(collected, false), main);
      List<ConfigFile> rules = new ArrayList<>();
      List<ConfigFile> scrapes = new ArrayList<>();
      for (MainFileCheck.NamedFiles named : main.named()) {
        boolean ofRules = named.key().equals(MainFileCheck.RULE_FILES);
        (ofRules ? rules : scrapes).addAll(matched(file, named, collected));
      }
      keep(file, collected);
      rules.forEach(this::ruleFile);
      scrapes.forEach(this::scrapeConfigFile);
    }
  }

  public void ruleFile(ConfigFile file) {
    if (checked.add(file.name())) {
      var collected = new FileFindings(file.name());
      var rules = new RuleFileCheck(collected, expressions);
      walk(file, collected, new DuplicateKeys(collected, true), rules);
      keep(file, collected);
    }
  }

  /** A file that is named by {@code scrape_config_files}. */
  public void scrapeConfigFile(ConfigFile file) {
    if (checked.add(file.name())) {
      var collected = new FileFindings(file.name());
      var scrapes = new MainFileCheck(collected);
      walk(file, collected, new DuplicateKeys(collected, false), scrapes);
      keep(file, collected);
    }
  }

  /**
   * A file of whatever kind its fields tell; one that is of neither kind is not checked.
   *
   * @throws IOException when it cannot be read
   */
  public FileKind anyFile(ConfigFile file) throws IOException {
    FileKind kind = FileKind.of(file);
    switch (kind) {
      case RULES -> ruleFile(file);
      case CONFIGURATION, EMPTY -> mainFile(file);
      case OTHER -> {}
    }
    return kind;
  }

  private static List<ConfigFile> matched(
      ConfigFile main, MainFileCheck.NamedFiles named, FileFindings collected) {
    return switch (main.matching(named.pattern())) {
      case ConfigFile.Matches.Found(String pattern, List<ConfigFile> files) -> {
        if (files.isEmpty()) {
          collected.warning(
              named.position(),
              "no file matches " + pattern,
              "create it, mend the path, or let Stoker see the same folders as Prometheus");
        }
        yield files;
      }
      case ConfigFile.Matches.Malformed malformed -> {
        collected.error(
            named.position(),
            "the pattern is malformed",
            "close its '[', or write '\\\\[' for the character itself");
        yield List.of();
      }
      case ConfigFile.Matches.Unseen unseen -> List.of();
    };
  }

  private static void walk(
      ConfigFile file, FileFindings collected, DuplicateKeys keys, DocumentWalk.Visitor visitor) {
    if (file.isFolder()) {
      collected.error("this is a folder", "let the pattern match only files");
      return;
    }
    try (InputStream bytes = file.open()) {
      new DocumentWalk(GoYamlText.of(bytes), keys).walk(visitor);
    } catch (YamlRefusal e) {
      collected.within("");
      collected.refusal(e);
    } catch (IOException e) {
      collected.warning(
          "it cannot be checked: " + ReadFailures.cause(e),
          "let Stoker read what Prometheus reads");
    }
  }

  private void keep(ConfigFile file, FileFindings collected) {
    errors += collected.errors();
    warnings += collected.warnings();
    Excerpts.add(collected.findings(), file).stream()
        .limit(CheckResult.MOST - findings.size())
        .forEach(findings::add);
  }
}
