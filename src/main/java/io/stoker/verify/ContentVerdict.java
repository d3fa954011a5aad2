package io.stoker.verify;

/** Whether a target runs what some texts hold. */
public sealed interface ContentVerdict {

  /** It does, as far as it tells what it runs. */
  record Holds() implements ContentVerdict {}

  /**
   * It runs something else.
   *
   * @param what where and how it differs, such as {@code global.scrape_interval has another value};
   *     tells no value
   */
  record Differs(String what) implements ContentVerdict {}

  /**
   * Neither is proven.
   *
   * @param why in words for people
   */
  record CannotTell(String why) implements ContentVerdict {}
}
