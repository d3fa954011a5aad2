package io.stoker.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates of alerts, each tried with Go's text/template and Prometheus' functions. */
class TemplateCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain }} text",
        "{{/*/ a comment */}}",
        "{{ $labels.instance }} {{$value}} {{ .Value }} {{ $externalLabels.a }} {{ $externalURL }}",
        "{{- $value -}} {{/* a comment */}} {{- /* trimmed */ -}}",
        "{{ $value | humanize | printf \"%s\" }}",
        "{{ if gt $value 1.0 }}a{{ else if eq 1 2 }}b{{ else }}c{{ end }}",
        "{{ range $i, $s := query \"up\" }}{{ $i }}{{ $s.Labels.x }}{{ break }}{{ else }}{{ end }}",
        "{{ with $x := 5 }}{{ $x }}{{ end }}",
        "{{ $x := \"a\" }}{{ $x = `b` }}{{ $x }}",
        "{{ define \"t\" }}{{ . }}{{ end }}{{ template \"t\" $value }}{{ block \"b\" . }}x{{ end }}",
        "{{ (query \"up\" | first).Labels.instance }}",
        "{{ index .Labels \"a\" }} {{ 0x1F }} {{ 1e3 }} {{ -1.5 }} {{ 'a' }} {{ true }} {{ nil }}",
        "{{ reReplaceAll \"\\\\.\" \"\\n\" \"\\u00e9\" }}",
        "{{ print\n  $value }}",
        "{{ .Labels.é }}"
      })
  void takesWhatGoTakes(String template) throws TemplateRefusal {
    assertThat(TemplateCheck.unknownFunctions(template)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{{ $value               | '{{' is not closed",
        "{{ $value }             | is not closed by",
        "{{ }}                   | an action is empty",
        "{{ $nothing }}          | the variable $nothing is not defined",
        "{{ if $value }}x        | an '{{end}}' is missing",
        "{{ if }}x{{ end }}      | an action is empty",
        "x{{ end }}              | belongs to nothing",
        "x{{ else }}             | belongs to nothing",
        "{{ break }}             | outside of 'range'",
        "{{ \"x }}               | a quoted text is not closed",
        "{{ `x }}                | a raw quoted text is not closed",
        "{{ \"\\.\" }}           | escape that Go does not know",
        "{{ ($value }}           | a '(' is not closed",
        "{{ $value) }}           | a ')' has no '('",
        "{{ .Labels.a-b }}       | cannot follow a name",
        "{{ $labels[\"a\"] }}    | cannot follow a name",
        "{{ 1x }}                | a number is malformed",
        "{{ $a : 5 }}            | not followed by '='",
        "{{ \"a\".b }}           | a '.' follows what has no fields",
        "{{ /* x */ }}           | something unexpected",
        "{{/* x }}               | a comment is not closed",
        "{{ if 1 }}{{ $x := 1 }}{{ end }}{{ $x }}      | the variable $x is not defined",
        "{{ define \"t\" }}{{ $value }}{{ end }}       | the variable $value is not defined"
      })
  void refusesWhatGoRefuses(String template, String cause) {
    assertThatThrownBy(() -> TemplateCheck.unknownFunctions(template))
        .isInstanceOf(TemplateRefusal.class)
        .hasMessageContaining(cause);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ tenfold $value }}", "{{ $value | tenfold }}"})
  void namesFunctionsThatAreNotKnown(String template) throws TemplateRefusal {
    assertThat(TemplateCheck.unknownFunctions(template)).containsExactly("tenfold");
  }
}
