package io.stoker.check;

/** A text is no template to Go's text/template. */
final class TemplateRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  TemplateRefusal(String cause) {
    super(cause);
  }
}
