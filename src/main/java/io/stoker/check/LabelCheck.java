package io.stoker.check;

/** Names of labels and annotations, and the templates in them. */
final class LabelCheck {
  private final FileFindings findings;

  LabelCheck(FileFindings findings) {
    this.findings = findings;
  }

  void label(LabelField label) {
    if (label.name().equals(RuleNames.METRIC)) {
      findings.error(
          label.position(), "the label __name__ cannot be set", "name the metric with 'record:'");
    }
    annotation(label);
  }

  void annotation(LabelField field) {
    if (field.name().isEmpty()) {
      findings.error(field.position(), "the name is empty", "give it a name");
    } else if (!RuleNames.isLabelEverywhere(field.name())) {
      findings.warning(
          field.position(),
          "only Prometheus 3 takes this name",
          "use letters, digits and '_', and no digit first");
    }
  }

  void template(LabelField field) {
    if (field.value() instanceof Value.Text text) {
      try {
        for (String function : TemplateCheck.unknownFunctions(text.text())) {
          findings.warning(
              field.position(),
              "Prometheus 3.5 has no function '%s' for templates".formatted(function),
              "mend its name");
        }
      } catch (TemplateRefusal e) {
        findings.error(
            field.position(), "the template is malformed: " + e.getMessage(), "mend its braces");
      }
    }
  }
}
