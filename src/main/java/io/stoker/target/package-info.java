/** Speaks to one reloadable process. */
package io.stoker.target;
